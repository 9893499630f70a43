/** Somali. Drafted by a machine; to be reviewed by a person before real use. */
import { sharing as english } from '../english/sharing.ts';
import { translation } from '../translation.ts';

export const sharing = translation(english, {
  'part.health': 'Sugitaankaaga iyo caafimaadkaaga',
  'part.ehc': 'Qorshahaaga EHC',
  'part.budget': 'Miisaaniyaddaada caafimaadka',
  'part.appointments': 'Ballamahaaga',
  'part.messages': 'Farriimahaaga',

  'relationship.mother': 'hooyadaa',
  'relationship.father': 'aabbahaa',
  'relationship.other-parent': 'waalidkaa',
  'relationship.guardian': 'mas’uulkaaga',
  'relationship.grandparent': 'awoowgaa ama ayeeydaa',
  'relationship.foster-carer': 'daryeelahaaga ku korinaya',
  'relationship.residential-carer': 'daryeelahaaga',
  'relationship.other-carer': 'daryeelahaaga',
  'relationship.self': 'adiga',

  'sharing.title': 'Cidda arki karta diiwaankaaga',
  'sharing.intro':
    'Adiga ayaa doorta waxa qof weyn kasta arko. Looma sheego waxa aad dooratay. Mar kasta waad beddeli kartaa.',
  'sharing.nobody': 'Qof weyn oo arki kara diiwaankaaga ma jiro.',
  'sharing.saved': 'Waa la kaydiyay. Hadda ayay ka bilaabanaysaa.',
  'sharing.sees': 'Wuxuu arkaa: {parts}.',
  'sharing.nothing': 'Waxba',
  'sharing.change': 'Beddel waxa uu arko',
  'sharing.change-title': 'Beddel waxa qof weyn arko',
  'sharing.about': 'Tani waxay ku saabsan tahay {name}, {relationship}.',
  'sharing.question': 'Maxaan la tusin?',
  'sharing.hint': 'Waxba ha dooran haddii aad rabto inuu wax walba arko.',
  'sharing.save': 'Kaydi',
  'sharing.meanwhile': 'Wax ayaa ka beddelay cidda arkaysa diiwaankaaga. {link}.',
  'sharing.look': 'Eeg sida ay hadda tahay',

  'flow.check': 'Hubi jawaabahaaga',
  'flow.change': 'Beddel jawaabaha',
  'flow.changed': 'Wax ayaa isbeddelay markii foomku furnaa',
  'flow.changed-text': 'Waxa aad gelisay weli lama kaydin. Eeg waxa isbeddelay, kaddib go’aan gaar.',
  'flow.entered': 'Waxa aad gelisay',
  'flow.save-as-well': 'Si kastaba kaydi',
  'flow.leave': 'Ha kaydin oo dib u noqo',
  'flow.changed-since': 'Waxa isbeddelay',
  'flow.change-entered': 'Beddel waxa aad gelisay',
  'flow.none': 'Waxba lama dooran',
});
