/** Simplified Chinese. Drafted by a machine; to be reviewed by a person before real use. */
import { calendar as english } from '../english/calendar.ts';
import { translation } from '../translation.ts';

export const calendar = translation(english, {
  'calendar.title': '您日历中的日期',
  'calendar.intro': '您手机或电脑上的日历可以显示预约和其他日期。它需要我们提供一个保密的网址。',
  'calendar.says-little': '日历不显示姓名，也不说明日期是关于什么的。每个日期都有到这些页面的链接。',
  'calendar.keep': '请不要把网址告诉别人',
  'calendar.keep-text': '有这个网址的人都能看到您的日期。与您共享日历的人也能看到。',
  'calendar.make': '创建网址',
  'calendar.yours': '您的网址',
  'calendar.since': '您于{date}创建了网址。',
  'calendar.stop': '停用网址',
  'calendar.stopped': '网址已停用。请同时从手机或电脑中删除该日历。',
  'calendar.lost': '如果您丢失了网址',
  'calendar.lost-text': '请创建新的网址。旧网址会立即停用。',
  'calendar.again': '创建新网址',
  'calendar.made': '您的日历网址',
  'calendar.once': '请现在复制此网址',
  'calendar.once-text': '我们只显示一次。如果丢失，您可以创建新的网址。',
  'calendar.how': '放在哪里',
  'calendar.iphone':
    '在 iPhone 上，打开“日历”。轻点“日历”，再轻点“添加日历”。在打开的列表中，轻点带有“订阅”字样的一项。',
  'calendar.google': '在电脑上的 Google 日历中，点“其他日历”旁边的加号，然后选择“通过网址添加”。',
  'calendar.outlook': '在 Outlook 中，选择“添加日历”，然后选择“从 Web 订阅”。',
  'calendar.slow': '您的日历每天会检查几次更改。要确认日期，请查看这些页面。',
});
