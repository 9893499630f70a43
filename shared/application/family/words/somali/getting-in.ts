/** Somali. Drafted by a machine; to be reviewed by a person before real use. */
import { gettingIn as english } from '../english/getting-in.ts';
import { translation } from '../translation.ts';

export const gettingIn = translation(english, {
  'privacy.title': 'Asturnaantaada',
  'privacy.intro':
    'Bogaggani waxay ku tusayaan waxa adeegyadu adiga ama ilmahaaga u qabanayaan. Akoonkaaga kuma hayno magac, lambar telefoon ama lambarka NHS.',
  'privacy.own-account':
    'Waalid kasta ama daryeele kasta wuxuu leeyahay akoonkiisa. Midkoodna kuma arki karo kuwa kale.',
  'privacy.written-down': 'Mar kasta oo adiga ama shaqaale aad furtaan diiwaan, waan qornaa.',
  'privacy.looked': 'Waad arki kartaa shaqaalaha eegay.',
  'privacy.sixteen': 'Laga bilaabo 16 jir, dhallinyaradu iyaga ayaa go’aamiya cidda arkaysa qaybaha caafimaadka.',
  'privacy.cookies': 'Cookies-ka',
  'privacy.cookies-text':
    'Hal cookie ayaan isticmaalnaa inta aad gudaha ku jirto. Wuxuu hayaa lambar aan macno lahayn. Wuu baxaa marka aad ka baxdo. Haddii aad luqad doorato, cookie kale ayaa doorashadaada sannad haya. Cidna kuma daba gasho waxa aad samayso.',

  'invited.title': 'Waa lagu casuumay',
  'invited.intro': 'Adeeg ayaa kugu casuumay inaad aragto meesha aad adiga ama ilmahaagu marayaan, iyo waxa xiga.',
  'invited.account': 'Marka hore soo gal. Haddii aadan hore u isticmaalin, akoon samayso.',
  'invited.go-on': 'Soo gal oo sii wad',
  'invited.not-you': 'Haddii aadan casuumaaddan filayn, boggan xir. Waxba ma isbeddelin.',
  'invited.use-title': 'Isticmaal casuumaaddaada',
  'invited.use-intro': 'Taariikh ayaan ku weydiinaynaa, si aan qof kale u isticmaalin xiriiriyahan.',
  'invited.birth-date': 'Taariikhda dhalashada ilmaha ama qofka dhallinyarada ah',
  'invited.birth-date-hint': 'Tusaale ahaan, 27 3 2018',
  'invited.birth-date-missing': 'Geli taariikhda dhalashada',
  'invited.birth-date-wrong': 'Geli maalinta, bisha iyo sannadka dhalashada, sida 27 3 2018',
  'invited.use': 'Isticmaal casuumaadda',
});
