/**
 * The words of messages to families: on a locked telephone they say that something waits and where to read it, and never a name,
 * a service or a word of health (domain.md 9.2). Languages other than English need a reader of theirs before real use.
 */
import type { Language } from '../language/reading.ts';
import type { FamilyNoticeKind, NoticeStyle } from './family-notice.ts';

interface Words {
  readonly subject: string;
  readonly text: string;
}
/** `{code}` stands for the six digits. */
type Notices = Readonly<Record<FamilyNoticeKind, Words>>;

const english: Notices = {
  invitation: {
    subject: 'You are invited',
    text: 'You are invited to see an update online. The link works once, for 7 days. If you did not expect this, do nothing.',
  },
  'contact-code': {
    subject: 'Your code',
    text: 'Your code is {code}. It works for 10 minutes. We never ask you for it on the phone.',
  },
  'check-in': {
    subject: 'A question for you',
    text: 'We have a question for you. It takes a minute. You keep your place, whatever you say and if you say nothing.',
  },
  answer: { subject: 'You have an answer', text: 'You have an answer to what you wrote. Sign in to read it.' },
  appointment: { subject: 'You have an update', text: 'You have an update about a date. Sign in to read it.' },
  news: { subject: 'There is news', text: 'There is news from us. It does not change your place. Sign in to read it.' },
  'growing-up': {
    subject: 'You have an update',
    text: 'Something changes soon. You keep your place. Sign in to read what it is and when.',
  },
  'place-given': {
    subject: 'You have a place at an event',
    text: 'You asked for a place at an event. It is yours now. Sign in to read more, or to give it back.',
  },
};

const easyRead: Notices = {
  invitation: {
    subject: 'You are invited',
    text: 'You can see news from us online. Press the link. It works one time. It works for 7 days.',
  },
  'contact-code': { subject: 'Your code', text: 'Your code is {code}. Type it in the next 10 minutes.' },
  'check-in': {
    subject: 'A question for you',
    text: 'We have a question. Please answer it. You keep your place. You keep it if you do not answer too.',
  },
  answer: { subject: 'You have an answer', text: 'You wrote to us. We have answered. Sign in to read it.' },
  appointment: { subject: 'You have news', text: 'There is news about a date. Sign in to read it.' },
  news: { subject: 'We have news', text: 'We have news. You keep your place. Sign in to read it.' },
  'growing-up': { subject: 'You have news', text: 'Something will change. You keep your place. Sign in to read it.' },
  'place-given': {
    subject: 'You can come to an event',
    text: 'You wanted to come to an event. You can come now. Sign in to read more. You can say no too.',
  },
};

const others: Readonly<Record<Exclude<Language, 'en'>, Notices>> = {
  pl: {
    invitation: {
      subject: 'Zaproszenie',
      text: 'Zapraszamy do obejrzenia informacji online. Link działa raz, przez 7 dni. Jeśli nie spodziewasz się tej wiadomości, nic nie rób.',
    },
    'contact-code': {
      subject: 'Twój kod',
      text: 'Twój kod to {code}. Działa przez 10 minut. Nigdy nie pytamy o niego przez telefon.',
    },
    'check-in': {
      subject: 'Mamy do Ciebie pytanie',
      text: 'Mamy do Ciebie pytanie. To zajmie minutę. Zachowujesz swoje miejsce bez względu na odpowiedź, także gdy jej nie będzie.',
    },
    answer: { subject: 'Masz odpowiedź', text: 'Masz odpowiedź na swoją wiadomość. Zaloguj się, aby ją przeczytać.' },
    appointment: {
      subject: 'Masz nową informację',
      text: 'Masz nową informację o terminie. Zaloguj się, aby ją przeczytać.',
    },
    news: {
      subject: 'Nowa wiadomość od nas',
      text: 'Mamy nową wiadomość. Nie zmienia ona Twojego miejsca na liście. Zaloguj się, aby ją przeczytać.',
    },
    'growing-up': {
      subject: 'Masz nową informację',
      text: 'Wkrótce coś się zmieni. Zachowujesz swoje miejsce. Zaloguj się, aby przeczytać co i kiedy.',
    },
    'place-given': {
      subject: 'Masz miejsce na wydarzeniu',
      text: 'Zwolniło się miejsce na wydarzeniu, na które czekasz. Jest teraz Twoje. Zaloguj się, aby przeczytać więcej lub zrezygnować.',
    },
  },
  ar: {
    invitation: {
      subject: 'أنت مدعو',
      text: 'أنت مدعو للاطلاع على مستجدات عبر الإنترنت. يعمل الرابط مرة واحدة خلال 7 أيام. إذا لم تكن تتوقع هذه الرسالة فلا تفعل شيئاً.',
    },
    'contact-code': {
      subject: 'رمزك',
      text: 'رمزك هو {code}. يعمل لمدة 10 دقائق. لن نطلبه منك عبر الهاتف أبداً.',
    },
    'check-in': {
      subject: 'لدينا سؤال لك',
      text: 'لدينا سؤال لك. لن يستغرق أكثر من دقيقة. تحتفظ بمكانك مهما كان جوابك، وحتى إن لم تجب.',
    },
    answer: { subject: 'لديك رد', text: 'لديك رد على ما كتبته. سجّل الدخول لقراءته.' },
    appointment: { subject: 'لديك جديد', text: 'لديك جديد بشأن موعد. سجّل الدخول لقراءته.' },
    news: { subject: 'لدينا خبر جديد', text: 'لدينا خبر جديد. لا يغيّر هذا مكانك في القائمة. سجّل الدخول لقراءته.' },
    'growing-up': {
      subject: 'لديك جديد',
      text: 'سيتغيّر شيء قريباً. تحتفظ بمكانك. سجّل الدخول لمعرفة ما هو ومتى.',
    },
    'place-given': {
      subject: 'أصبح لك مكان في فعالية',
      text: 'كنت على قائمة الانتظار لفعالية، ولك الآن مكان فيها. سجّل الدخول لقراءة المزيد أو للتنازل عنه.',
    },
  },
  so: {
    invitation: {
      subject: 'Waa lagu casuumay',
      text: 'Waxaa lagugu casuumay inaad war cusub ku aragto internetka. Linkigu hal mar ayuu shaqeeyaa, 7 maalmood gudahood. Haddii aadan filayn fariintan, waxba ha samayn.',
    },
    'contact-code': {
      subject: 'Koodhkaaga',
      text: 'Koodhkaagu waa {code}. Wuxuu shaqeeyaa 10 daqiiqo. Weligeen telefoonka kuma weydiinno.',
    },
    'check-in': {
      subject: 'Su’aal baan kuu haynaa',
      text: 'Su’aal baan kuu haynaa. Waxay qaadanaysaa hal daqiiqo. Booskaaga ma lumin doontid, wax kasta oo aad ku jawaabto iyo haddii aadan jawaabin.',
    },
    answer: {
      subject: 'Jawaab baad haysataa',
      text: 'Waxaad haysataa jawaabta wixii aad qortay. Gal si aad u akhrido.',
    },
    appointment: {
      subject: 'War cusub baad haysataa',
      text: 'War cusub oo ku saabsan taariikh ayaad haysataa. Gal si aad u akhrido.',
    },
    news: {
      subject: 'War cusub ayaan haynaa',
      text: 'War cusub ayaan haynaa. Booskaaga waxba kama beddelayo. Gal si aad u akhrido.',
    },
    'growing-up': {
      subject: 'War cusub baad haysataa',
      text: 'Dhowaan wax baa isbeddelaya. Booskaaga ma lumin doontid. Gal si aad u akhrido waxa ay yihiin iyo goorta.',
    },
    'place-given': {
      subject: 'Boos munaasabad ayaad heshay',
      text: 'Waxaad ku jirtay liiska sugitaanka munaasabad. Hadda boos baad haysataa. Gal si aad wax badan u akhrido ama aad u celiso.',
    },
  },
  'zh-Hans': {
    invitation: {
      subject: '邀请您查看',
      text: '邀请您在网上查看最新情况。链接只能使用一次，7天内有效。如果您没有预料到此消息，请不用理会。',
    },
    'contact-code': { subject: '您的验证码', text: '您的验证码是 {code}，10分钟内有效。我们绝不会在电话中索要它。' },
    'check-in': {
      subject: '我们有一个问题',
      text: '我们有一个问题想问您，只需一分钟。无论您如何回答，或者不回答，您的排队位置都会保留。',
    },
    answer: { subject: '您收到了答复', text: '您写给我们的内容已有答复。请登录查看。' },
    appointment: { subject: '您有新消息', text: '关于日期有新消息。请登录查看。' },
    news: { subject: '我们有新消息', text: '我们有新消息。这不会改变您的排队位置。请登录查看。' },
    'growing-up': {
      subject: '您有新消息',
      text: '不久会有变化。您的排队位置会保留。请登录查看是什么变化、何时开始。',
    },
    'place-given': {
      subject: '您有活动名额了',
      text: '您在活动的候补名单上，现在有名额了。请登录查看详情，或退回名额。',
    },
  },
};

/** What stands below a message by e-mail or letter. */
const ending: Readonly<Record<Language, string>> = {
  en: 'This message holds no details, to keep them safe. You can change how we tell you: sign in and choose “How we reach you”.',
  pl: 'Ta wiadomość nie zawiera szczegółów, aby były bezpieczne. Po zalogowaniu możesz zmienić sposób, w jaki się kontaktujemy.',
  ar: 'لا تحتوي هذه الرسالة على تفاصيل حفاظاً على سلامتها. يمكنك بعد تسجيل الدخول تغيير طريقة تواصلنا معك.',
  so: 'Fariintan faahfaahin ma leh, si ay u nabdoonaato. Markaad gasho waxaad beddeli kartaa sida aan kuula soo xiriirno.',
  'zh-Hans': '为保证安全，此消息不含详细内容。登录后可以更改我们联系您的方式。',
};

/** Said to whoever uses British Sign Language. */
const bslLine =
  'If you use BSL, tell us and we bring an interpreter. To ring us, put 18001 before our number (Relay UK).';

/** @param code the six digits, where the message carries a code. */
export function noticeWords(
  notice: FamilyNoticeKind,
  { language, easyRead: isEasy, bsl }: NoticeStyle,
  code: string | null,
): Words & { readonly ending: string } {
  const words = (language === 'en' ? (isEasy ? easyRead : english) : others[language])[notice];
  const text = words.text.replace('{code}', code ?? '');
  const withBsl = bsl && notice !== 'contact-code' ? `${text} ${bslLine}` : text;
  return { subject: words.subject, text: withBsl, ending: ending[language] };
}
