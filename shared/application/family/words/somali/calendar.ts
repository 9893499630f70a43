/** Somali. Drafted by a machine; to be reviewed by a person before real use. */
import { calendar as english } from '../english/calendar.ts';
import { translation } from '../translation.ts';

export const calendar = translation(english, {
  'calendar.title': 'Taariikhaha kalandarkaaga',
  'calendar.intro':
    'Kalandarka telefoonkaaga ama kombiyuutarkaaga ayaa tusi kara ballamaha iyo taariikhaha kale. Wuxuu naga rabaa cinwaan internet oo sir ah.',
  'calendar.says-little':
    'Kalandarku magacyo ma muujiyo. Ma sheego waxa taariikhdu ku saabsan tahay. Taariikh kasta waxay leedahay xiriiriye bogaggan keenaya.',
  'calendar.keep': 'Cinwaanka cidna ha siin',
  'calendar.keep-text':
    'Qofkii cinwaanka haysta wuu arki karaa taariikhahaaga. Sidoo kale qof kasta oo aad kalandarkaaga la wadaagto.',
  'calendar.make': 'Samee cinwaan',
  'calendar.yours': 'Cinwaankaaga',
  'calendar.since': 'Cinwaan ayaad samaysay {date}.',
  'calendar.stop': 'Jooji cinwaanka',
  'calendar.stopped': 'Cinwaanku waa joogsaday. Kalandarka sidoo kale ka saar telefoonkaaga ama kombiyuutarkaaga.',
  'calendar.lost': 'Haddii uu kaa lumo',
  'calendar.lost-text': 'Samee cinwaan cusub. Kii hore isla markiiba wuu joogsadaa.',
  'calendar.again': 'Samee cinwaan cusub',
  'calendar.made': 'Cinwaanka kalandarkaaga',
  'calendar.once': 'Hadda nuqul ka qaado cinwaankan',
  'calendar.once-text': 'Hal mar oo keliya ayaan muujinaa. Haddii uu kaa lumo, mid cusub ayaad samayn kartaa.',
  'calendar.how': 'Halka aad gelinayso',
  'calendar.iphone':
    'iPhone-ka, fur Kalandarka. Taabo “Calendars”, kaddib “Add Calendar”. Liiska furma, taabo midka leh ereyga “Subscription”.',
  'calendar.google':
    'Kalandarka Google ee kombiyuutarka, dooro calaamadda isku-darka. Waxay ku xigtaa “Other calendars”. Kaddib dooro “From URL”.',
  'calendar.outlook': 'Outlook gudihiisa, dooro “Add calendar”. Kaddib dooro “Subscribe from web”.',
  'calendar.slow': 'Kalandarkaagu wuxuu isbeddelka eegaa dhawr jeer maalintii. Si aad taariikh u hubiso, bogaggan eeg.',
});
