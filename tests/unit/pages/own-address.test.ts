import { describe, expect, it } from 'vitest';
import { ownAddress, withReturn } from '../../../functions/web/pages/own-address.ts';

describe('an address of our own', () => {
  it.each(['/', '/queues/SALT', '/queues/SALT?tier=urgent&cursor=a-b_c', '/queues/SALT?sort=-wait'])(
    'takes %s as it is',
    (address) => {
      expect(ownAddress(address, '/')).toBe(address);
    },
  );

  it.each([
    null,
    undefined,
    '',
    'queues/SALT',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/\t/elsewhere.example',
    '/%0a\n',
    'https://elsewhere.example/',
    'javascript:alert(1)',
    '/queues\\..\\x',
    `/${'a'.repeat(4_001)}`,
  ])('goes to the other one instead of %j', (address) => {
    expect(ownAddress(address, '/queues/OT')).toBe('/queues/OT');
  });

  it('comes back whole from the address that carries it', () => {
    const list = '/queues/SALT?tier=urgent&tier=soon&cursor=a%2Bb';
    const record = new URL(withReturn('/people/x/referrals/y?tab=2', list), 'https://own.invalid');
    expect(ownAddress(record.searchParams.get('return'), '/')).toBe(list);
  });
});
