/** Simplified Chinese. Drafted by a machine; to be reviewed by a person before real use. */
import { sharing as english } from '../english/sharing.ts';
import { translation } from '../translation.ts';

export const sharing = translation(english, {
  'part.health': '您的等候和健康',
  'part.ehc': '您的 EHC 计划',
  'part.budget': '您的健康预算',
  'part.appointments': '您的预约',
  'part.messages': '您的消息',

  'relationship.mother': '您的母亲',
  'relationship.father': '您的父亲',
  'relationship.other-parent': '您的家长',
  'relationship.guardian': '您的监护人',
  'relationship.grandparent': '您的祖父母或外祖父母',
  'relationship.foster-carer': '您的寄养照顾者',
  'relationship.residential-carer': '您的照顾者',
  'relationship.other-carer': '您的照顾者',
  'relationship.self': '您',

  'sharing.title': '谁可以看到您的记录',
  'sharing.intro': '由您选择每位成年人可以看到什么。我们不会告诉他们您选了什么。您可以随时更改。',
  'sharing.nobody': '没有成年人可以看到您的记录。',
  'sharing.saved': '已保存。从现在起生效。',
  'sharing.sees': '可以看到：{parts}。',
  'sharing.nothing': '无',
  'sharing.change': '更改此人能看到的内容',
  'sharing.change-title': '更改一位成年人能看到的内容',
  'sharing.about': '这是关于 {name}，{relationship}。',
  'sharing.question': '此人不应看到什么？',
  'sharing.hint': '什么都不选，此人就能看到全部内容。',
  'sharing.save': '保存',
  'sharing.meanwhile': '谁能看到您的记录，这方面有了改变。{link}。',
  'sharing.look': '查看现在的情况',

  'flow.check': '请检查您的回答',
  'flow.change': '更改回答',
  'flow.changed': '您打开表格后，内容有了改变',
  'flow.changed-text': '您填写的内容还没有保存。请看看有什么改变，再决定。',
  'flow.entered': '您填写的内容',
  'flow.save-as-well': '仍然保存',
  'flow.leave': '不保存，返回',
  'flow.changed-since': '有什么改变',
  'flow.change-entered': '更改填写的内容',
  'flow.none': '未选择',
});
