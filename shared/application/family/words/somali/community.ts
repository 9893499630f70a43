/** Somali. Drafted by a machine; to be reviewed by a person before real use. */
import { community as english } from '../english/community.ts';
import { translation } from '../translation.ts';

export const community = translation(english, {
  'part.title': 'Fikirkaaga noo sheeg',
  'part.intro':
    'Adeegyadu way fiicnaadaan marka qoysasku sheegaan waxa ay u baahan yihiin. Ka qaybgalku adiga ayuu kugu xiran yahay. Ma beddelo booskaaga ama daryeelkaaga.',
  'part.link': 'Fikirkaaga noo sheeg: kulammo iyo su’aalo',
  'part.in': 'Gudaha {place}',
  'part.nothing': 'Hadda wax laga qaybgalo ma jiraan.',
  'part.events': 'Kulammada',
  'part.questions': 'Su’aalo adiga kuu socda',
  'part.shared': 'Waxa qoysasku sheegeen, iyo waxa ka soo baxay',
  'part.when': '{date}, {from} ilaa {to}',
  'part.close': 'Waad ka jawaabi kartaa ilaa {date}.',
  'part.answered': 'Waad ku mahadsan tahay. Jawaabahaaga waan haynaa.',
  'part.answered-before': 'Su’aalahan horay ayaad uga jawaabtay. Jawaabahaagii hore ayaa la tirinayaa.',

  'event.where': 'Halka',
  'event.when': 'Goorta',
  'event.access': 'Baahiyaha gaarka ah',
  'event.free': 'Boosaska haray',
  'event.yours': 'Boos-qabsigaaga',
  'event.free-now': { one: '{count} boos', other: '{count} boos' },
  'event.full': 'Ma jiraan. Waxaad geli kartaa liiska sugitaanka.',
  'event.cancelled': 'Kulankan waa la joojiyay',
  'event.cancelled-text': 'Uma baahnid inaad waxba samayso.',
  'event.booked': {
    one: 'Waxaad haysataa {count} boos. Albaabka ka sheeg {code}.',
    other: 'Waxaad haysataa {count} boos. Albaabka ka sheeg {code}.',
  },
  'event.waiting': {
    one: 'Waxaad ku jirtaa liiska sugitaanka {count} boos. Waad helaysaa marka qof ka baaqdo. Markaas waan kuu sheegaynaa, haddii aad noo sheegtay sida lagula soo xiriiro.',
    other:
      'Waxaad ku jirtaa liiska sugitaanka {count} boos. Waad helaysaa marka qof ka baaqdo. Markaas waan kuu sheegaynaa, haddii aad noo sheegtay sida lagula soo xiriiro.',
  },
  'event.over': 'Boosas lama qabsan karo mar dambe.',
  'event.nameless':
    'Magacaaga kuma hayno boos-qabsigaaga. Taas beddelkeeda koodh baad leedahay. Inta aad boos sugayso, si gooni ah ayaan u haynaa sida laguu helo, ilaa maalinta kulanka.',
  'event.seats': 'Immisa boos?',
  'event.seats-missing': 'Dooro immisa boos',
  'event.needs': 'Maxaad u baahan tahay si aad uga qaybgasho?',
  'event.needs-hint': 'Turjumaan luqadda dhegoolaha (BSL), qol xasilloon, cunto. Magacyo ha qorin.',
  'event.book': 'Qabso',
  'event.give-back': 'Celi boosaskayga',

  'ask.nameless':
    'Cidna ma arki karto cidda aad tahay. Jawaabahaaga waxaan ku haynaa koodh aan cidna kugu garan karin, wakhti la’aan. Qof weyn kasta hal mar ayuu jawaabi karaa. Tirooyinka waxaan muujinnaa oo keliya marka dad ku filan jawaabaan. Magacyo ha qorin.',
  'ask.rating-hint': '1 waa ugu xun, 5 waa ugu fiican',
  'ask.send': 'Dir jawaabahayga',

  'said.title': 'Waad sheegteen, waan qabannay',
  'said.intro': 'Tani waa waxa qoysaska {place} noo sheegeen, iyo waxa aan samaynay.',
  'said.none': 'Weli waxba halkan ma yaallaan.',
  'said.on': 'Waxaa la soo bandhigay {date}.',
  'said.you': 'Waxa aad sheegteen',
  'said.we': 'Waxa aan samaynay',
  'said.answers': 'Waxa qoysasku ku jawaabeen',
  'said.answered': 'Dadka jawaabay: {number}.',
  'said.few': 'Dad yar ayaa jawaabay, marka ma sheegno inta ay yihiin.',
  'said.star': 'Xiddigtu waxay u taagan tahay tiro aad u yar oo aan la muujin karin.',
  'said.answer': 'Jawaab',
  'said.people': 'Dadka',
  'said.share': '100kiiba',
  'said.in-words': 'Dadku tan ereyadooda ayay uga jawaabeen. Kooxdu dhammaan way akhriday.',
});
