/** Somali. Drafted by a machine; to be reviewed by a person before real use. */
import { beingHeard as english } from '../english/being-heard.ts';
import { translation } from '../translation.ts';

export const beingHeard = translation(english, {
  'rate.title': 'Hadafku intee buu kuu dhow yahay?',
  'rate.intro': '0 waxay la macno tahay waxba. 10 waxay la macno tahay dhammaantiis.',
  'rate.goal': 'Hadafkee?',
  'rate.goal-missing': 'Dooro hadaf',
  'rate.rating': 'Intee buu dhow yahay?',
  'rate.rating-missing': 'Dooro lambar',
  'rate.save': 'Kaydi',

  'feedback.title': 'Sidee ayay ahayd?',
  'feedback.no-effect': 'Jawaabtaadu ma beddesho booskaaga ama daryeelkaaga.',
  'feedback.question.parent': 'Guud ahaan, sidee ayay ahayd khibraddaada adeeggayaga?',
  'feedback.question.young-person': 'Guud ahaan, sidee ayay ahayd khibraddaada adeeggayaga?',
  'feedback.question.child': 'Sidee ayay ahayd marka aad nala joogtay?',
  'feedback.missing': 'Dooro jawaab',
  'feedback.why': 'Maxaad sidaas u leedahay?',
  'feedback.why-hint': 'Kooxda oo keliya ayaa akhrida.',
  'feedback.too-long': { one: 'Isticmaal {count} xaraf ama ka yar', other: 'Isticmaal {count} xaraf ama ka yar' },
  'feedback.send': 'Dir',
  'feedback.very-good': 'Aad bay u fiicnayd',
  'feedback.good': 'Way fiicnayd',
  'feedback.child-neither': 'Caadi',
  'feedback.neither': 'Ma fiicnayn mana xumayn',
  'feedback.poor': 'Way xumayd',
  'feedback.very-poor': 'Aad bay u xumayd',
  'feedback.do-not-know': 'Ma garanayo',
  'feedback.after.first-contact': 'Kooxdu way ku aragtay.',
  'feedback.after.discharge': 'Kooxdu qaybteedii way dhammaysay.',
  'feedback.after.a-year-waited': 'Sannad ka badan ayaad sugtay.',

  'check-in.intro':
    'Booskaaga waad haysanaysaa, wax kasta oo aad tiraahdo. Haddii aadan mar dambe u baahnayn, qof kooxda ka mid ah ayaa marka hore kula hadlaya.',
  'check-in.missing': 'Dooro jawaab: {wait}',
  'check-in.still-needed': 'Haa, weli waan u baahannahay',
  'check-in.changed': 'Haa, wax ayaana isbeddelay',
  'check-in.not-needed': 'Maya, uma baahnin mar dambe',
  'check-in.text': 'Ma jiraan wax aad rabto inaad u sheegto kooxda?',
  'check-in.text-missing': 'Qor waxa isbeddelay',
});
