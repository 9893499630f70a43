/** A family asks who has looked at their child's record; the audit officer answers from the audit, and is in it from then on. */
import { expect } from 'vitest';
import type { Story } from '../working-service.ts';
import { maja } from './from-referral-to-discharge.ts';

export const whoLooked: Story = {
  title: 'the audit officer tells who saw and changed a child’s record',
  async tell(service) {
    service.theDayIs('2026-09-15');
    const amina = await service.atTheirDesk('amina');
    await amina.signsIn('/audit');
    await amina.answers({ nhsNumber: maja.nhsNumber });
    await amina.presses('Find who saw or changed a person');
    expect(await amina.heading()).toBe('Who saw or changed this person');
    await amina.sees('WIŚNIEWSKA, Maja', 'Priya Nair Clinician', 'Opened the record');
    await amina.opens(amina.address);
    await amina.sees('Amina Yusuf');
  },
};
