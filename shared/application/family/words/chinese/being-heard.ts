/** Simplified Chinese. Drafted by a machine; to be reviewed by a person before real use. */
import { beingHeard as english } from '../english/being-heard.ts';
import { translation } from '../translation.ts';

export const beingHeard = translation(english, {
  'rate.title': '离目标有多近？',
  'rate.intro': '0 表示完全没有。10 表示完全达到。',
  'rate.goal': '哪一个目标？',
  'rate.goal-missing': '请选择一个目标',
  'rate.rating': '有多近？',
  'rate.rating-missing': '请选择一个数字',
  'rate.save': '保存',

  'feedback.title': '感觉如何？',
  'feedback.no-effect': '您的回答不会改变您的名额或服务。',
  'feedback.question.parent': '总的来说，您对我们服务的体验如何？',
  'feedback.question.young-person': '总的来说，您对我们服务的体验如何？',
  'feedback.question.child': '你在我们这里感觉怎么样？',
  'feedback.missing': '请选择一个回答',
  'feedback.why': '您为什么这样说？',
  'feedback.why-hint': '只有团队会看到。',
  'feedback.too-long': { other: '请不要超过 {count} 个字' },
  'feedback.send': '发送',
  'feedback.very-good': '很好',
  'feedback.good': '好',
  'feedback.child-neither': '还可以',
  'feedback.neither': '不好也不差',
  'feedback.poor': '差',
  'feedback.very-poor': '很差',
  'feedback.do-not-know': '不知道',
  'feedback.after.first-contact': '团队已经见过您。',
  'feedback.after.discharge': '团队已完成他们的工作。',
  'feedback.after.a-year-waited': '您已等候一年多。',

  'check-in.intro': '无论您怎么回答，您都会保留名额。如果您不再需要，团队成员会先与您谈话。',
  'check-in.missing': '请为 {wait} 选择一个回答',
  'check-in.still-needed': '是的，我们仍然需要',
  'check-in.changed': '是的，而且情况有变化',
  'check-in.not-needed': '不，我们不再需要',
  'check-in.text': '您有什么想告诉团队的吗？',
  'check-in.text-missing': '请写下有什么变化',
});
