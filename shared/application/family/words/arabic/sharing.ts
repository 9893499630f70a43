/** Arabic. Drafted by a machine; to be reviewed by a person before real use. */
import { sharing as english } from '../english/sharing.ts';
import { translation } from '../translation.ts';

export const sharing = translation(english, {
  'part.health': 'انتظارك وصحتك',
  'part.ehc': 'خطة EHC الخاصة بك',
  'part.budget': 'ميزانيتك الصحية',
  'part.appointments': 'مواعيدك',
  'part.messages': 'رسائلك',

  'relationship.mother': 'أمك',
  'relationship.father': 'أبوك',
  'relationship.other-parent': 'أحد والديك',
  'relationship.guardian': 'الوصي عليك',
  'relationship.grandparent': 'جدك أو جدتك',
  'relationship.foster-carer': 'من يرعاك في أسرة بديلة',
  'relationship.residential-carer': 'من يرعاك',
  'relationship.other-carer': 'من يرعاك',
  'relationship.self': 'أنت',

  'sharing.title': 'من يمكنه أن يرى سجلّك',
  'sharing.intro': 'أنت تختار ما يراه كل شخص بالغ. لا نخبرهم بما اخترته. يمكنك تغييره في أي وقت.',
  'sharing.nobody': 'لا يمكن لأي شخص بالغ أن يرى سجلّك.',
  'sharing.saved': 'تم الحفظ. يسري هذا من الآن.',
  'sharing.sees': 'يمكنه أن يرى: {parts}.',
  'sharing.nothing': 'لا شيء',
  'sharing.change': 'غيّر ما يراه هذا الشخص',
  'sharing.change-title': 'تغيير ما يراه شخص بالغ',
  'sharing.about': 'هذا عن {name}، {relationship}.',
  'sharing.question': 'ما الذي يجب ألا يراه هذا الشخص؟',
  'sharing.hint': 'إذا لم تختر شيئًا، سيرى كل شيء.',
  'sharing.save': 'حفظ',
  'sharing.meanwhile': 'تغيّر شيء فيمن يرى سجلّك. {link}.',
  'sharing.look': 'انظر إليه كما هو الآن',

  'flow.check': 'تحقق من أجوبتك',
  'flow.change': 'غيّر الأجوبة',
  'flow.changed': 'تغيّر شيء بعد أن فتحت النموذج',
  'flow.changed-text': 'ما أدخلته لم يُحفظ بعد. انظر ما الذي تغيّر، ثم قرر.',
  'flow.entered': 'ما أدخلته',
  'flow.save-as-well': 'احفظه على أي حال',
  'flow.leave': 'لا تحفظ، وارجع',
  'flow.changed-since': 'ما الذي تغيّر',
  'flow.change-entered': 'غيّر ما أدخلته',
  'flow.none': 'لم يتم اختيار شيء',
});
