/** Arabic. Drafted by a machine; to be reviewed by a person before real use. */
import { gettingIn as english } from '../english/getting-in.ts';
import { translation } from '../translation.ts';

export const gettingIn = translation(english, {
  'privacy.title': 'خصوصيتك',
  'privacy.intro':
    'تعرض لك هذه الصفحات ما تفعله الخدمات من أجلك أو من أجل طفلك. لا نحفظ مع حسابك اسمًا ولا رقم هاتف ولا رقم NHS.',
  'privacy.own-account': 'لكل والد أو مقدم رعاية حسابه الخاص. لا يرى أحد منهم حسابات الآخرين.',
  'privacy.written-down': 'في كل مرة تفتح فيها أنت أو أحد الموظفين سجلًا، نسجّل ذلك.',
  'privacy.looked': 'يمكنك أن ترى من اطّلع من الموظفين.',
  'privacy.sixteen': 'من سن 16 يقرر الشباب من يرى الأجزاء الصحية.',
  'privacy.cookies': 'ملفات تعريف الارتباط',
  'privacy.cookies-text':
    'نستخدم ملف تعريف ارتباط واحدًا أثناء تسجيل دخولك. فيه رقم عشوائي، ويُحذف عند تسجيل الخروج. إذا اخترت لغة، يحفظ ملف آخر اختيارك لمدة سنة. لا يتتبع أحد ما تفعله.',

  'invited.title': 'لديك دعوة',
  'invited.intro': 'دعتك إحدى الخدمات لترى أين وصلت أنت أو طفلك، وماذا يحدث بعد ذلك.',
  'invited.account': 'سجّل الدخول أولًا. إذا لم تستخدمه من قبل، فأنشئ حسابًا.',
  'invited.go-on': 'سجّل الدخول وتابع',
  'invited.not-you': 'إذا لم تكن تتوقع هذه الدعوة، فأغلق هذه الصفحة. لم يتغيّر شيء.',
  'invited.use-title': 'استخدم دعوتك',
  'invited.use-intro': 'نسأل عن تاريخ، حتى لا يستطيع أحد غيرك استخدام هذا الرابط.',
  'invited.birth-date': 'تاريخ ميلاد الطفل أو الشاب',
  'invited.birth-date-hint': 'مثلًا: 27 3 2018',
  'invited.birth-date-missing': 'أدخل تاريخ الميلاد',
  'invited.birth-date-wrong': 'أدخل يوم الميلاد وشهره وسنته، مثل 27 3 2018',
  'invited.use': 'استخدم الدعوة',
});
