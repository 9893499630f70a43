/** The operator sees what runs by itself, and what waits where nobody could be told. */
import { expect } from 'vitest';
import type { Story } from '../working-service.ts';

export const howItDoes: Story = {
  title: 'the operator sees how the service does, on the page and through the API',
  async tell(service) {
    service.theDayIs('2027-02-02');
    const olu = await service.atTheirDesk('olu');
    await olu.signsIn('/operations');
    expect(await olu.heading()).toBe('Operations');
    const seen = await service.asks('olu', 'GET', '/v1/operations');
    expect(seen.status, seen.text).toBe(200);
    const { deadLetters } = JSON.parse(seen.text);
    expect(deadLetters).not.toEqual([]);
    for (const queue of deadLetters) expect(queue).toMatchObject({ waiting: expect.any(Number) });
  },
};
