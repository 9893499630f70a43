/** Simplified Chinese. Drafted by a machine; to be reviewed by a person before real use. */
import { growingUp as english } from '../english/growing-up.ts';
import { translation } from '../translation.ts';

export const growingUp = translation(english, {
  'growing.title': '长大',
  'growing.own-intro': '随着您长大，有些事会改变。这里说明什么会改变、什么时候改变。',
  'growing.adult-intro': '随着 {name} 长大，有些事会改变。这里说明什么会改变、什么时候改变。',
  'growing.two-dates':
    '有两个日期需要知道。满 16 岁时，健康方面的事由年轻人自己决定。最后一个义务教育学年结束时，EHC 计划的事由年轻人自己决定。两个日期谁先谁后都有可能。',
  'growing.link': '长大后有什么改变',
  'growing.soon': '长大：有什么改变',
  'growing.passed': '现在',
  'growing.to-come': '将来',
  'growing.stays': '什么不会改变',
  'growing.own-stays': '等候时间从开始那天算起。您不会因为长大而失去名额。',
  'growing.adult-stays':
    '等候时间从开始那天算起。没有人会因为长大而失去名额。您仍然是家长或照顾者，大多数年轻人仍然希望得到您的帮助。',
  'growing.moves': '转到成人团队',
  'growing.move-on': '{wait}：{date}',

  'growing.step.talk-at-11': '11 岁生日',
  'growing.step.own-access': '16 岁前半年',
  'growing.step.health-choices': '16 岁生日',
  'growing.step.plan-choices': '义务教育结束后的第二天',
  'growing.step.adult-plan': '开始为 18 岁做计划',
  'growing.step.adult-team': '18 岁生日',

  'growing.own.talk-at-11.ahead': '您满 11 岁时，我们会与您商量谁可以看到本页。',
  'growing.own.talk-at-11.now': '您可以请我们与您商量谁可以看到本页。',
  'growing.own.own-access.ahead': '从这一天起，您可以自己进入本页。我们会给您发一个代码。',
  'growing.own.own-access.now': '您可以自己进入本页。您现在已经可以了。',
  'growing.own.health-choices.ahead':
    '您将满 16 岁。您将决定自己的医疗，以及谁可以看到本页的健康部分。除非您同意，成年人从这一天起看不到这些部分。',
  'growing.own.health-choices.now':
    '您已满 16 岁。您决定自己的医疗，以及谁可以看到本页的健康部分。只有您同意，成年人才能看到。',
  'growing.own.plan-choices.ahead': '您可以离开学校了。如果您有 EHC 计划，从这一天起由您决定。您的父母仍然可以帮助您。',
  'growing.own.plan-choices.now':
    '如果您有 EHC 计划，现在由您决定。您的父母仍然可以帮助您。您也可以询问 SENDIASS。这是免费的。',
  'growing.own.adult-plan.ahead': '如果到时您仍在等候，团队会开始计划让您转到成人团队。他们会与您一起计划。',
  'growing.own.adult-plan.now': '如果您在等候，团队正在计划让您转到成人团队。他们会与您一起计划。请问他们您会见到谁。',
  'growing.own.adult-team.ahead':
    '您将满 18 岁。如果您仍在等候，您会转到成人团队。您的等候时间从开始那天算起。不需要再次转介。',
  'growing.own.adult-team.now': '您已满 18 岁。如果您在等候，现在是等候成人团队。您的等候时间从开始那天算起。',
  'growing.adult.talk-at-11.ahead': '我们会与您和孩子商量谁可以看到本页。您不会被切断访问。',
  'growing.adult.talk-at-11.now': '从 11 岁起，能够做决定的孩子对谁可以看到本页有发言权。我们会先与您谈。',
  'growing.adult.own-access.ahead': '从这一天起，您的孩子可以自己进入本页。我们会与孩子谈谈想让别人看到什么。',
  'growing.adult.own-access.now': '您的孩子可以自己进入本页。请帮助孩子索取代码。',
  'growing.adult.health-choices.ahead':
    '您的孩子将决定自己的医疗，以及谁可以看到本页的健康部分。除非孩子同意，这些部分会在这一天对您关闭。如果您的孩子不能做决定，请提前与团队谈。',
  'growing.adult.health-choices.now':
    '您的孩子决定自己的医疗。如果孩子同意，或者认定这样对孩子最好，您可以看到健康部分。',
  'growing.adult.plan-choices.ahead':
    '您的孩子可以离开学校了。如果有 EHC 计划，从这一天起由孩子决定。除非孩子同意，该部分届时会对您关闭。',
  'growing.adult.plan-choices.now':
    '如果有 EHC 计划，现在由您的孩子决定。您仍然可以帮忙，SENDIASS 也可以帮助你们。这是免费的。',
  'growing.adult.adult-plan.ahead': '如果到时您的孩子仍在等候，团队会开始计划转到成人团队。',
  'growing.adult.adult-plan.now': '如果您的孩子在等候，团队正在计划转到成人团队。请问他们孩子会见到谁。',
  'growing.adult.adult-team.ahead':
    '您的孩子将满 18 岁。如果仍在等候，会转到成人团队。等候时间从开始那天算起。不需要再次转介。',
  'growing.adult.adult-team.now': '您的孩子已满 18 岁。如果在等候，现在是等候成人团队。等候时间从开始那天算起。',

  'move.to-plan': '这项等候会转到 {pathway}。负责的团队是 {team}。转移计划尚未制定。',
  'move.planned': '这项等候会转到 {pathway}。负责的团队是 {team}。转移已有计划。',
  'move.accepted': '这项等候会转到 {pathway}。{team} 已同意接手。',
  'move.refused': '{team} 尚未接手 {pathway}。等候时间继续计算。我们正在设法解决。',
  'move.moved': '这项等候已转到 {pathway}。团队是 {team}。等候时间从开始那天算起。',
});
