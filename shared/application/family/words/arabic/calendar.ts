/** Arabic. Drafted by a machine; to be reviewed by a person before real use. */
import { calendar as english } from '../english/calendar.ts';
import { translation } from '../translation.ts';

export const calendar = translation(english, {
  'calendar.title': 'المواعيد في تقويمك',
  'calendar.intro':
    'يمكن للتقويم على هاتفك أو حاسوبك أن يعرض المواعيد والتواريخ الأخرى. يحتاج إلى عنوان إنترنت سري منا.',
  'calendar.says-little': 'لا يعرض التقويم أسماء. ولا يذكر موضوع الموعد. مع كل موعد رابط إلى هذه الصفحات.',
  'calendar.keep': 'لا تعطِ العنوان لأحد',
  'calendar.keep-text': 'من لديه العنوان يمكنه أن يرى مواعيدك. وكذلك كل من تشاركه تقويمك.',
  'calendar.make': 'أنشئ عنوانًا',
  'calendar.yours': 'عنوانك',
  'calendar.since': 'أنشأت عنوانًا في {date}.',
  'calendar.stop': 'أوقف العنوان',
  'calendar.stopped': 'توقف العنوان. احذف التقويم من هاتفك أو حاسوبك أيضًا.',
  'calendar.lost': 'إذا أضعته',
  'calendar.lost-text': 'أنشئ عنوانًا جديدًا. يتوقف القديم فورًا.',
  'calendar.again': 'أنشئ عنوانًا جديدًا',
  'calendar.made': 'عنوان تقويمك',
  'calendar.once': 'انسخ هذا العنوان الآن',
  'calendar.once-text': 'نعرضه مرة واحدة فقط. إذا أضعته، يمكنك أن تنشئ عنوانًا جديدًا.',
  'calendar.how': 'أين تضعه',
  'calendar.iphone':
    'على هاتف iPhone، افتح التقويم. اضغط على «التقويمات»، ثم «إضافة تقويم». في القائمة التي تفتح، اختر ما فيه كلمة «اشتراك».',
  'calendar.google': 'في تقويم Google على الحاسوب، اختر علامة الزائد بجانب «تقاويم أخرى». ثم اختر «من عنوان URL».',
  'calendar.outlook': 'في Outlook، اختر «إضافة تقويم». ثم اختر «الاشتراك من الويب».',
  'calendar.slow': 'يبحث تقويمك عن التغييرات بضع مرات في اليوم. لتتأكد من موعد، انظر إلى هذه الصفحات.',
});
