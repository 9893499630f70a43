/** Somali. Drafted by a machine; to be reviewed by a person before real use. */
import { place as english } from '../english/place.ts';
import { translation } from '../translation.ts';

export const place = translation(english, {
  'order.title': 'Sida liiska loo kala horreysiiyo',
  'order.intro':
    'Sidan ayay kooxaha {place} u doortaan cidda xigta ee ay arkaan. Ilmo kasta isku si ayay u tahay. Qofna booskiisa ma muujinno, maxaa yeelay maalin kasta wuu dhaqaaqaa.',
  'order.first': 'Waxa go’aamiya',
  'order.rule.need': 'Sida degdegta ah ee ilmaha loo arko. Takhasusle ayaa ka go’aamiya gudbinta.',
  'order.rule.time-waited': 'Carruurta isku degdeg u ah, kan ugu sugitaan dheer.',
  'order.rule.came-first': 'Haddii ay isku mid sugeen, gudbinta marka hore timid.',
  'order.rule.by-chance': 'Haddii taasina isku mid tahay, nasiib ayaa go’aamiya.',
  'order.needs': 'Goorta kooxuhu isku dayaan inay ilmaha arkaan',
  'order.need.urgent': 'Degdeg: {time} gudahood',
  'order.need.soon': 'Dhowaan: {time} gudahood',
  'order.need.routine': 'Kuwa kale oo dhan: {time} gudahood',
  'order.needs-late': 'Kooxuhu mar walba ma gaaraan. Boggaaga ayaa ku qoran inta ay qaadan karto.',
  'order.up': 'Goorta ilmo hore loo soo dhaqaajin karo',
  'order.up-worse':
    'Haddii xaaladdu ka sii darto, u sheeg kooxda. Takhasusle ayaa akhriya oo go’aamin kara in ilmahaaga hore loo arko.',
  'order.up-only': 'Cid kale ilmo hore uma soo dhaqaajin karto. Wacitaan badan ma caawiyo, mana dhibo.',
  'order.up-same': 'Qorshaha EHC, cudur-aqoonsi ama dugsi keligood qofna booskiisa ma beddelaan.',
  'order.carried.looked-after':
    'Ilmaha dawladdu hayso ee halkan u soo guuray wuxuu haystaa wakhtigii uu degaan kale ku sugay.',
  'order.carried.armed-forces':
    'Haddii waalid ciidamada ka tirsan yahay oo aad halkan u soo guurteen, wakhtigii aad hore u sugteen waa la tiriyaa.',
  'order.end': 'Waxa sugitaanka dhammayn kara',
  'order.end-details': {
    one: 'Haddii aan faahfaahin dheeraad ah weydiinno oo cidna {count} maalin ku jawaabin, sugitaanku wuu dhammaanayaa. Waan kuu sheegaynaa. Mar kale ayuu bilaabmayaa marka jawaabtu timaaddo.',
    other:
      'Haddii aan faahfaahin dheeraad ah weydiinno oo cidna {count} maalmood ku jawaabin, sugitaanku wuu dhammaanayaa. Waan kuu sheegaynaa. Mar kale ayuu bilaabmayaa marka jawaabtu timaaddo.',
  },
  'order.end-missed': {
    one: 'Marka {count} ballan la seego, takhasusle ayaa eega waxa ugu fiican. Takhasusle oo keliya ayaa sugitaanka dhammayn kara.',
    other:
      'Marka {count} ballamood oo isku xiga la seego, takhasusle ayaa eega waxa ugu fiican. Takhasusle oo keliya ayaa sugitaanka dhammayn kara.',
  },
  'order.end-back': {
    one: 'Haddii sugitaan u dhammaaday ballamo la seegay, {count} maalin gudaheed ku soo wac. Booskaaga ayaad dib u helaysaa.',
    other:
      'Haddii sugitaan u dhammaaday ballamo la seegay, {count} maalmood gudahood ku soo wac. Booskaaga ayaad dib u helaysaa.',
  },
  'order.keep': 'Waxa aanad booskaaga ku waayin',
  'order.keep-silent': 'Inaad ka jawaabi weydo marka aan ku weydiinno inaad weli noo baahan tahay.',
  'order.keep-missed': {
    one: 'Inaad hal ballan seegto. Kooxdu waxay kula soo xiriirtaa {count} maalin oo shaqo gudaheed.',
    other: 'Inaad hal ballan seegto. Kooxdu waxay kula soo xiriirtaa {count} maalmood oo shaqo gudahood.',
  },
  'order.keep-offer': {
    one: 'Inaad taariikh diiddo. Waa inaan kuu sheegnaa {count} maalin ka hor.',
    other:
      'Inaad taariikh diiddo. Waa inaan kuu sheegnaa {count} maalmood ka hor, oo taariikho aad kala doorato ku siinnaa.',
  },
  'order.keep-age': 'Inaad weynaato. Marka la noqdo 18 jir, sugitaanka waxaa laga tiriyaa maalintii uu bilaabmay.',
  'order.keep-complaint': 'Inaad cabato, ama noo sheegto sida ay ahayd.',

  'guesses.title': 'Qiyaastayadu intee ayay sax tahay?',
  'guesses.how':
    'Qoysaska waxaan u sheegnaa inta sugitaanku noqon karo. Mar kasta waxaan sheegnaa inta u dhaxaysa, sida 30 ilaa 44 toddobaad. Waxaan rabnaa in 100kii qoysba 80 sugaan intii aan sheegnay, 10 ka yar iyo 10 ka badan.',
  'guesses.where':
    'Halkan waxaa ku qoran sida ay u noqotay {place}. Qoysaska weli sugaya sidoo kale waa la tiriyaa, marka aan ogaanno inaan khaldannay.',
  'guesses.too-few': 'Qiyaasuhu weli aad bay u yar yihiin.',
  'guesses.within': '100kii qoysba {within} ayaa sugay intii aan sheegnay.',
  'guesses.others': '{sooner} way ka yar sugeen, {later} na way ka badan sugeen. Waxaa la tiriyay {date}.',

  'help.title': 'Caawimaad inta aad sugayso',
  'help.intro':
    'Kuwani hadda way ku caawin karaan. Uma baahnid inaad na sugto, caawimaad weydiisashaduna booskaaga ma beddesho.',
  'help.for-everybody': 'Dhammaan caawimaadda {place}',
  'help.everybody': 'Qoys kasta',
  'help.for-queue': 'Inta aad sugayso {name}',
  'help.who-for': 'Cidda loogu talagalay:',
  'help.phone': 'Telefoon:',
  'help.nothing': 'Weli waxba halkan ma yaallaan. Adeegga weydii waxa hadda caawin kara.',
  'help.danger': 'Haddii qof khatar ku jiro hadda, wac 999.',

  'news.title': 'Warar ka yimid adeegyadaada',
  'news.no-effect': 'Tani ma beddesho booskaaga liis kasta.',
  'news.since': 'Laga bilaabo {date}',
});
