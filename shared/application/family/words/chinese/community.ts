/** Simplified Chinese. Drafted by a machine; to be reviewed by a person before real use. */
import { community as english } from '../english/community.ts';
import { translation } from '../translation.ts';

export const community = translation(english, {
  'part.title': '说出您的想法',
  'part.intro': '家庭说出需要，服务才能变得更好。是否参加由您决定。这不会改变您的名额或服务。',
  'part.link': '说出您的想法：活动和问卷',
  'part.in': '在 {place}',
  'part.nothing': '现在没有可以参加的内容。',
  'part.events': '活动',
  'part.questions': '给您的问题',
  'part.shared': '家庭说了什么，结果如何',
  'part.when': '{date}，{from} 至 {to}',
  'part.close': '您可以在{date}之前回答。',
  'part.answered': '谢谢您。我们已收到您的回答。',
  'part.answered-before': '您以前回答过这些问题。以第一次的回答为准。',

  'event.where': '地点',
  'event.when': '时间',
  'event.access': '无障碍需要',
  'event.free': '剩余名额',
  'event.yours': '您的预订',
  'event.free-now': { other: '{count} 个名额' },
  'event.full': '没有了。您可以排在候补名单上。',
  'event.cancelled': '此活动已取消',
  'event.cancelled-text': '您不需要做任何事。',
  'event.booked': { other: '您有 {count} 个名额。在门口请说 {code}。' },
  'event.waiting': {
    other: '您在候补名单上，{count} 个名额。有人取消时您就会得到。如果您告诉过我们怎样联系您，我们会通知您。',
  },
  'event.over': '不能再预订名额。',
  'event.nameless':
    '我们不把您的姓名与预订一起保存。您会得到一个代码。在您候补期间，我们另外保存怎样找到您，直到活动当天。',
  'event.seats': '几个名额？',
  'event.seats-missing': '请选择几个名额',
  'event.needs': '您参加时需要什么？',
  'event.needs-hint': '英国手语（BSL）翻译、安静的房间、食物。请不要写姓名。',
  'event.book': '预订',
  'event.give-back': '退回我的名额',

  'ask.nameless':
    '没有人能看到您是谁。我们把您的回答保存在一个代码下，没有人能由它查出您，也不记录时间。每位成年人可以回答一次。只有足够多的人回答后，我们才显示数字。请不要写姓名。',
  'ask.rating-hint': '1 最差，5 最好',
  'ask.send': '发送我的回答',

  'said.title': '您说了，我们做了',
  'said.intro': '这是 {place} 的家庭告诉我们的，以及我们所做的。',
  'said.none': '这里还没有内容。',
  'said.on': '于{date}公布。',
  'said.you': '您说',
  'said.we': '我们做了',
  'said.answers': '家庭的回答',
  'said.answered': '有 {number} 人回答。',
  'said.few': '回答的人很少，所以我们不说有多少。',
  'said.star': '星号表示数字太小，不能显示。',
  'said.answer': '回答',
  'said.people': '人数',
  'said.share': '每 100 人',
  'said.in-words': '人们用自己的话回答了这个问题。团队已全部读过。',
});
