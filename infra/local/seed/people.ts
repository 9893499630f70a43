/** Invented people: names of many origins, NHS numbers of the test range only, homes in a place's postcode districts. */
import { addDays, type LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import { nhsCheckDigit } from '../../../shared/domain/identifiers/nhs-number.ts';
import type { PersonDetails, PersonFlag } from '../../../shared/domain/person/person.ts';
import type { Chance } from './random.ts';

const givenNames = [
  'Amelia',
  'Oliver',
  'Isla',
  'George',
  'Ava',
  'Noah',
  'Lily',
  'Leo',
  'Freya',
  'Arthur',
  'Ivy',
  'Theo',
  'Poppy',
  'Jude',
  'Grace',
  'Finley',
  'Willow',
  'Alfie',
  'Aoife',
  'Niamh',
  'Siân',
  'Callum',
  'Máire',
  'Cillian',
  'Zofia',
  'Kacper',
  'Oskar',
  'Maja',
  'Amina',
  'Yusuf',
  'Ayaan',
  'Maryam',
  'Ibrahim',
  'Zainab',
  'Bilal',
  'Hodan',
  'Abdi',
  'Ifrah',
  'Chidi',
  'Temitọpẹ',
  'Kwame',
  'Adaeze',
  'Wei',
  'Mei',
  'Jun',
  'Ayşe',
  'Emre',
  'سلمى',
  'يوسف',
  '小雨',
  'Björn',
  'Lucía',
  'Mateo',
  'Anya',
  'Dmitri',
] as const;
const familyNames = [
  'Smith',
  'Jones',
  'Williams',
  'Taylor',
  'Hughes',
  'Roberts',
  'Evans',
  'Johnson',
  'Murphy',
  'O’Brien',
  'Kelly',
  'Ryan',
  'Byrne',
  'McCarthy',
  'Ó Súilleabháin',
  'Doyle',
  'Kowalska',
  'Nowak',
  'Wiśniewski',
  'Ali',
  'Hussain',
  'Khan',
  'Ahmed',
  'Begum',
  'Abdi',
  'Warsame',
  'Mohamed',
  'Okafor',
  'Adeyemi',
  'Mensah',
  'Chen',
  'Wang',
  'Li',
  'Öztürk',
  'Yılmaz',
  'García',
  'Fernández-Gómez',
  'Silva',
  'الحسن',
  'Ivanova',
  'Clarke',
  'Bennett',
  'Price',
  'Lloyd',
  'Parry',
  'Griffiths',
  'Molyneux',
  'Fazakerley',
  'Rimmer',
] as const;
const adjustments = [
  'Longer appointment',
  'Quiet room',
  'First appointment of the day',
  'No phone calls; text only',
  'Step-free access',
  'Familiar adult present',
  'Picture timetable',
] as const;
const communication = [
  'Easy Read letters',
  'Large print',
  'British Sign Language',
  'Makaton',
  'Text, not telephone',
] as const;

export interface PlaceOfLiving {
  readonly districts: readonly string[];
  readonly practices: readonly string[];
}

/** Flags and how often each is met: fractions of the children on such lists, rounded. */
const flagShares: readonly (readonly [PersonFlag, number])[] = [
  ['ehc-plan', 0.27],
  ['sen-support', 0.34],
  ['looked-after', 0.06],
  ['armed-forces', 0.01],
  ['learning-disability', 0.12],
  ['young-carer', 0.03],
];

/**
 * The nth invented person of a place: `firstNumber + n` makes the nine digits, so that no number is given twice.
 * @param age age in whole years on `today`.
 */
export function inventPerson(
  chance: Chance,
  serial: number,
  age: number,
  today: LocalDate,
  home: PlaceOfLiving,
): PersonDetails {
  const number = nhsNumberOf(serial);
  const hasNumber = number !== null && !chance.happens(0.012);
  return {
    nhsNumber: hasNumber ? number : null,
    nhsNumberStatus: hasNumber ? '01' : '03',
    noNhsNumberReason: hasNumber ? null : 'not-known',
    localId: `LP${String(100_000 + serial)}`,
    givenName: chance.pick(givenNames),
    familyName: chance.pick(familyNames).normalize('NFC'),
    birthDate: addDays(today, -Math.round(age * 365.25) - chance.whole(5, 355)),
    diedOn: null,
    postcode: `${chance.pick(home.districts)} ${chance.whole(1, 9)}${chance.pick('ABDEFGHJLNPQRSTUWXYZ'.split(''))}${chance.pick('ABDEFGHJLNPQRSTUWXYZ'.split(''))}`,
    ethnicCategory: chance.weighted([
      ['A', 70],
      ['B', 2],
      ['C', 6],
      ['D', 2],
      ['G', 2],
      ['H', 3],
      ['J', 2],
      ['K', 2],
      ['L', 3],
      ['M', 1],
      ['N', 5],
      ['R', 2],
      ['S', 3],
      ['Z', 4],
      ['99', 5],
    ] as const),
    gpPractice: chance.pick(home.practices),
    interpreterLanguage: chance.happens(0.11)
      ? chance.pick(['Arabic', 'Polish', 'Somali', 'Cantonese', 'Kurdish', 'Romanian'])
      : null,
    reasonableAdjustments: chance.happens(0.3) ? [chance.pick(adjustments)] : [],
    communicationNeeds: chance.happens(0.12) ? [chance.pick(communication)] : [],
    flags: flagShares.filter(([, share]) => chance.happens(share)).map(([flag]) => flag),
  };
}

/** A number of the synthetic range (999), or null for the one in eleven that has no check digit (domain.md N8-05). */
function nhsNumberOf(serial: number): string | null {
  const nine = `999${String(serial).padStart(6, '0')}`;
  const check = nhsCheckDigit(nine);
  return check === 10 ? null : `${nine}${check}`;
}
