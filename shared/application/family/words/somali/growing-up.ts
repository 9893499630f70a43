/** Somali. Drafted by a machine; to be reviewed by a person before real use. */
import { growingUp as english } from '../english/growing-up.ts';
import { translation } from '../translation.ts';

export const growingUp = translation(english, {
  'growing.title': 'Koritaanka',
  'growing.own-intro': 'Waxyaabo ayaa isbeddela marka aad weynaato. Halkan waxaa ku qoran waxa isbeddela iyo goorta.',
  'growing.adult-intro':
    'Marka ilmuhu weynaado, waxyaabo ayaa isbeddela. Halkan waxaa ku qoran waxa isbeddela iyo goorta: {name}.',
  'growing.two-dates':
    'Laba taariikhood ayaa muhiim ah. Go’aannada caafimaadku waxay u wareegaan qofka dhallinyarada ah marka uu 16 jirsado. Go’aannada qorshaha EHC waxay u wareegaan dhammaadka sannad-dugsiyeedka ugu dambeeya ee qof walba waajibka ku ah. Midkood kasta ayaa hor iman kara.',
  'growing.link': 'Waxa isbeddela marka la weynaado',
  'growing.soon': 'Koritaanka: waxa isbeddela',
  'growing.passed': 'Hadda',
  'growing.to-come': 'Weli ma iman',
  'growing.stays': 'Waxa aan isbeddelin',
  'growing.own-stays': 'Sugitaanka waxaa laga tiriyaa maalinta uu bilaabmay. Booskaaga ma waydid marka aad weynaato.',
  'growing.adult-stays':
    'Sugitaanka waxaa laga tiriyaa maalinta uu bilaabmay. Cidna booskeeda kuma waydo weynaanshaha. Weli waxaad tahay waalid ama daryeele, dhallinyarada badankooduna weli caawimaaddaada way rabaan.',
  'growing.moves': 'U wareegidda koox dadka waaweyn',
  'growing.move-on': '{wait}: {date}',

  'growing.step.talk-at-11': 'Dhalashada 11aad',
  'growing.step.own-access': 'Nus sano ka hor 16 jirka',
  'growing.step.health-choices': 'Dhalashada 16aad',
  'growing.step.plan-choices': 'Maalinta ka dambaysa dhammaadka dugsiga waajibka ah',
  'growing.step.adult-plan': 'Qorshaynta 18 jirka ayaa bilaabanaysa',
  'growing.step.adult-team': 'Dhalashada 18aad',

  'growing.own.talk-at-11.ahead': 'Marka aad 11 jirsato, waxaan kaala hadli doonnaa cidda arkaysa boggan.',
  'growing.own.talk-at-11.now': 'Waxaad na weydiisan kartaa inaan kaala hadalno cidda arkaysa boggan.',
  'growing.own.own-access.ahead':
    'Maalintan laga bilaabo adigu waad iska soo geli kartaa boggan. Koodh ayaan kuu diraynaa.',
  'growing.own.own-access.now': 'Adigu waad iska soo geli kartaa boggan. Hadda waad haysataa.',
  'growing.own.health-choices.ahead':
    'Waxaad noqon doontaa 16 jir. Adiga ayaa go’aamin doona daryeelkaaga caafimaad, iyo cidda arkaysa qaybaha caafimaadka ee boggan. Dadka waaweyni maalintan way joojinayaan inay arkaan, haddii aadan haa dhihin.',
  'growing.own.health-choices.now':
    'Waxaad tahay 16 jir. Adiga ayaa go’aamiya daryeelkaaga caafimaad, iyo cidda arkaysa qaybaha caafimaadka ee boggan. Dadka waaweyni waxay arkaan oo keliya haddii aad haa tiraahdo.',
  'growing.own.plan-choices.ahead':
    'Dugsiga waad ka bixi kartaa. Haddii aad leedahay qorshe EHC ah, adiga ayaa maalintan laga bilaabo go’aan ka gaara. Waalidkaa weli way ku caawin karaan.',
  'growing.own.plan-choices.now':
    'Haddii aad leedahay qorshe EHC ah, hadda adiga ayaa go’aan ka gaara. Waalidkaa weli way ku caawin karaan. SENDIASS sidoo kale waad weydiin kartaa. Waa bilaash.',
  'growing.own.adult-plan.ahead':
    'Haddii aad markaas weli sugayso, kooxdu waxay bilaabaysaa inay qorshayso u wareegiddaada koox dadka waaweyn. Adiga ayay kula samaynaysaa.',
  'growing.own.adult-plan.now':
    'Haddii aad sugayso, kooxdu waxay qorshaynaysaa u wareegiddaada koox dadka waaweyn. Adiga ayay kula samaynaysaa. Weydii cidda ku arki doonta.',
  'growing.own.adult-team.ahead':
    'Waxaad noqon doontaa 18 jir. Haddii aad weli sugayso, waxaad u wareegaysaa koox dadka waaweyn. Sugitaankaaga waxaa laga tiriyaa maalintii uu bilaabmay. Looma baahna in mar kale lagu gudbiyo.',
  'growing.own.adult-team.now':
    'Waxaad tahay 18 jir. Haddii aad sugayso, hadda waa koox dadka waaweyn. Sugitaankaaga waxaa laga tiriyaa maalintii uu bilaabmay.',
  'growing.adult.talk-at-11.ahead':
    'Waxaan kala hadlaynaa adiga iyo ilmahaaga cidda arkaysa boggan. Lagaama goyn doono.',
  'growing.adult.talk-at-11.now':
    'Laga bilaabo 11 jir, ilmaha go’aan gaari kara waa laga tashadaa cidda arkaysa boggan. Marka hore adiga ayaan kula hadalnaa.',
  'growing.adult.own-access.ahead':
    'Maalintan laga bilaabo ilmahaagu isaga ayaa soo geli kara boggan. Waxaan kala hadlaynaa waxa uu rabo inuu dadka kale tuso.',
  'growing.adult.own-access.now': 'Ilmahaagu isaga ayaa soo geli kara boggan. Ka caawi inuu koodh codsado.',
  'growing.adult.health-choices.ahead':
    'Ilmahaagu wuxuu go’aamin doonaa daryeelkiisa caafimaad, iyo cidda arkaysa qaybaha caafimaadka ee boggan. Maalintan way kaa xirmayaan, haddii uusan haa dhihin. Haddii ilmahaagu go’aan gaari karin, kooxda la hadal ka hor.',
  'growing.adult.health-choices.now':
    'Ilmahaagu isaga ayaa go’aamiya daryeelkiisa caafimaad. Qaybaha caafimaadka waad arkaysaa haddii uu haa dhaho, ama haddii la ogaaday inay isaga u fiican tahay.',
  'growing.adult.plan-choices.ahead':
    'Ilmahaagu dugsiga wuu ka bixi karaa. Haddii uu jiro qorshe EHC ah, isaga ayaa maalintan laga bilaabo go’aan ka gaara. Qaybtaas markaas way kaa xirmaysaa, haddii uusan haa dhihin.',
  'growing.adult.plan-choices.now':
    'Haddii uu jiro qorshe EHC ah, ilmahaaga ayaa hadda go’aan ka gaara. Weli waad caawin kartaa, SENDIASS-na labadiinna way idin caawin kartaa. Waa bilaash.',
  'growing.adult.adult-plan.ahead':
    'Haddii ilmahaagu markaas weli sugayo, kooxdu waxay bilaabaysaa inay qorshayso u wareegidda koox dadka waaweyn.',
  'growing.adult.adult-plan.now':
    'Haddii ilmahaagu sugayo, kooxdu waxay qorshaynaysaa u wareegidda koox dadka waaweyn. Weydii cidda ilmahaaga arki doonta.',
  'growing.adult.adult-team.ahead':
    'Ilmahaagu wuxuu noqon doonaa 18 jir. Haddii uu weli sugayo, wuxuu u wareegayaa koox dadka waaweyn. Sugitaanka waxaa laga tiriyaa maalintii uu bilaabmay. Looma baahna in mar kale la gudbiyo.',
  'growing.adult.adult-team.now':
    'Ilmahaagu waa 18 jir. Haddii uu sugayo, hadda waa koox dadka waaweyn. Sugitaanka waxaa laga tiriyaa maalintii uu bilaabmay.',

  'move.to-plan': 'Sugitaankani wuxuu u wareegayaa {pathway}. Kooxdu waa {team}. Qorshaha wareegidda weli lama samayn.',
  'move.planned': 'Sugitaankani wuxuu u wareegayaa {pathway}. Kooxdu waa {team}. Wareegidda waa la qorsheeyay.',
  'move.accepted': 'Sugitaankani wuxuu u wareegayaa {pathway}. {team} ayaa oggolaatay inay la wareegto.',
  'move.refused': '{team} weli lama wareegin {pathway}. Sugitaanku wuu socdaa. Waxaan ka shaqaynaynaa inaan tan saxno.',
  'move.moved':
    'Sugitaankani wuxuu u wareegay {pathway}. Kooxdu waa {team}. Waxaa laga tiriyaa maalintii uu bilaabmay.',
});
