/** Arabic. Drafted by a machine; to be reviewed by a person before real use. */
import { beingHeard as english } from '../english/being-heard.ts';
import { translation } from '../translation.ts';

export const beingHeard = translation(english, {
  'rate.title': 'كم اقتربت من الهدف؟',
  'rate.intro': '0 يعني لم يتحقق شيء. 10 يعني تحقق كله.',
  'rate.goal': 'أي هدف؟',
  'rate.goal-missing': 'اختر هدفًا',
  'rate.rating': 'كم اقتربت منه؟',
  'rate.rating-missing': 'اختر رقمًا',
  'rate.save': 'حفظ',

  'feedback.title': 'كيف كانت تجربتك؟',
  'feedback.no-effect': 'جوابك لا يغيّر مكانك ولا رعايتك.',
  'feedback.question.parent': 'بشكل عام، كيف كانت تجربتك مع خدمتنا؟',
  'feedback.question.young-person': 'بشكل عام، كيف كانت تجربتك مع خدمتنا؟',
  'feedback.question.child': 'كيف كان الأمر عندنا؟',
  'feedback.missing': 'اختر جوابًا',
  'feedback.why': 'لماذا تقول ذلك؟',
  'feedback.why-hint': 'لا يقرأ هذا إلا الفريق.',
  'feedback.too-long': {
    zero: 'اكتب {count} حرف أو أقل',
    one: 'اكتب حرفًا واحدًا أو أقل',
    two: 'اكتب حرفين أو أقل',
    few: 'اكتب {count} أحرف أو أقل',
    many: 'اكتب {count} حرفًا أو أقل',
    other: 'اكتب {count} حرف أو أقل',
  },
  'feedback.send': 'إرسال',
  'feedback.very-good': 'جيدة جدًا',
  'feedback.good': 'جيدة',
  'feedback.child-neither': 'لا بأس',
  'feedback.neither': 'لا جيدة ولا سيئة',
  'feedback.poor': 'سيئة',
  'feedback.very-poor': 'سيئة جدًا',
  'feedback.do-not-know': 'لا أعرف',
  'feedback.after.first-contact': 'لقد رآك الفريق.',
  'feedback.after.discharge': 'أنهى الفريق عمله.',
  'feedback.after.a-year-waited': 'لقد انتظرت أكثر من سنة.',

  'check-in.intro': 'تحتفظ بمكانك مهما قلت. إذا لم تعد تحتاج إلى هذا، يتحدث معك أحد أعضاء الفريق أولًا.',
  'check-in.missing': 'اختر جوابًا: {wait}',
  'check-in.still-needed': 'نعم، ما زلنا نحتاج إلى هذا',
  'check-in.changed': 'نعم، وقد تغيّر شيء',
  'check-in.not-needed': 'لا، لم نعد نحتاج إلى هذا',
  'check-in.text': 'هل هناك شيء تريد أن تقوله للفريق؟',
  'check-in.text-missing': 'اكتب ما الذي تغيّر',
});
