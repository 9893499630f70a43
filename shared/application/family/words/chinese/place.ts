/** Simplified Chinese. Drafted by a machine; to be reviewed by a person before real use. */
import { place as english } from '../english/place.ts';
import { translation } from '../translation.ts';

export const place = translation(english, {
  'order.title': '名单上的先后次序如何排定',
  'order.intro': '{place} 的团队这样决定接下来见谁。对每个孩子都一样。我们不显示任何人的排位，因为它每天都在变。',
  'order.first': '由什么决定',
  'order.rule.need': '孩子需要多快看诊。由专业人员根据转介决定。',
  'order.rule.time-waited': '同样紧急的孩子中，等得最久的优先。',
  'order.rule.came-first': '如果等候时间相同，先收到的转介优先。',
  'order.rule.by-chance': '如果这也相同，则随机决定。',
  'order.needs': '团队争取多快见到孩子',
  'order.need.urgent': '紧急：{time}内',
  'order.need.soon': '较急：{time}内',
  'order.need.routine': '其他所有情况：{time}内',
  'order.needs-late': '团队并非总能做到。您自己的页面会说明可能需要多久。',
  'order.up': '孩子什么时候可以提前',
  'order.up-worse': '如果情况变差，请告诉团队。专业人员会阅读，并可以决定让您的孩子提前看诊。',
  'order.up-only': '其他任何人都不能让孩子提前。经常打电话没有帮助，也没有坏处。',
  'order.up-same': 'EHC 计划、诊断或学校本身不会让任何人提前或推后。',
  'order.carried.looked-after': '由政府照顾并搬到这里的孩子，保留在其他地区等候的时间。',
  'order.carried.armed-forces': '如果家长在军队服役而你们搬到这里，之前等候的时间也计算在内。',
  'order.end': '什么会结束等候',
  'order.end-details': {
    other: '如果我们要求更多资料，而 {count} 天内没有人答复，等候就会结束。我们会告诉您。收到答复后重新开始。',
  },
  'order.end-missed': {
    other: '连续 {count} 次没有赴约后，专业人员会考虑怎样最好。只有专业人员可以结束等候。',
  },
  'order.end-back': {
    other: '如果等候因没有赴约而结束，请在 {count} 天内打电话。您会拿回您的名额。',
  },
  'order.keep': '什么不会使您失去名额',
  'order.keep-silent': '我们问您是否仍然需要时，您没有回答。',
  'order.keep-missed': { other: '有一次没有赴约。团队会在 {count} 个工作日内联系您。' },
  'order.keep-offer': { other: '不接受某个日期。我们应当提前 {count} 天告诉您，并让您选择日期。' },
  'order.keep-age': '长大。满 18 岁后，等候时间仍从开始那天算起。',
  'order.keep-complaint': '投诉，或告诉我们您的感受。',

  'guesses.title': '我们的估计有多准？',
  'guesses.how':
    '我们告诉家庭可能要等多久。每次我们都给出一个范围，例如 30 至 44 周。我们希望每 100 个家庭中有 80 个等候的时间如我们所说，10 个更短，10 个更长。',
  'guesses.where': '这是 {place} 的实际情况。一旦我们知道估计有误，仍在等候的家庭也计算在内。',
  'guesses.too-few': '估算还太少。',
  'guesses.within': '每 100 个家庭中有 {within} 个等候的时间如我们所说。',
  'guesses.others': '{sooner} 个等得更短，{later} 个等得更久。统计日期：{date}。',

  'help.title': '等候期间的帮助',
  'help.intro': '这些机构现在就可以帮忙。您不必等我们，寻求帮助也不会改变您的名额。',
  'help.for-everybody': '{place} 的所有帮助',
  'help.everybody': '适合每个家庭',
  'help.for-queue': '等候 {name} 期间',
  'help.who-for': '适合：',
  'help.phone': '电话：',
  'help.nothing': '这里还没有内容。请询问服务机构现在有什么帮助。',
  'help.danger': '如果有人现在处于危险之中，请拨打 999。',

  'news.title': '服务机构的消息',
  'news.no-effect': '这不会改变您在任何名单上的名额。',
  'news.since': '自{date}起',
});
