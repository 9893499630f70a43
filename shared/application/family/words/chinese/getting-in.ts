/** Simplified Chinese. Drafted by a machine; to be reviewed by a person before real use. */
import { gettingIn as english } from '../english/getting-in.ts';
import { translation } from '../translation.ts';

export const gettingIn = translation(english, {
  'privacy.title': '您的隐私',
  'privacy.intro':
    '这些页面向您显示各服务机构正在为您或您的孩子做什么。我们在您的账户中不保存姓名、电话号码或 NHS 号码。',
  'privacy.own-account': '每位家长或照顾者都有自己的账户。他们互相看不到对方的账户。',
  'privacy.written-down': '每次您或工作人员打开记录，我们都会记下来。',
  'privacy.looked': '您可以看到哪些工作人员查看过。',
  'privacy.sixteen': '从 16 岁起，由年轻人决定谁可以看到健康部分。',
  'privacy.cookies': 'Cookie',
  'privacy.cookies-text':
    '您登录期间，我们使用一个 Cookie。它只存放一个随机数字，您退出登录时就会消失。如果您选择语言，另一个 Cookie 会把您的选择保存一年。没有人跟踪您做什么。',

  'invited.title': '您收到邀请',
  'invited.intro': '一个服务机构邀请您查看您或您孩子的进展，以及接下来会怎样。',
  'invited.account': '请先登录。如果您从未使用过，请创建一个账户。',
  'invited.go-on': '登录并继续',
  'invited.not-you': '如果您没有料到会收到邀请，请关闭本页。没有任何改变。',
  'invited.use-title': '使用您的邀请',
  'invited.use-intro': '我们会问一个日期，这样别人就不能使用此链接。',
  'invited.birth-date': '孩子或年轻人的出生日期',
  'invited.birth-date-hint': '例如 27 3 2018',
  'invited.birth-date-missing': '请输入出生日期',
  'invited.birth-date-wrong': '请输入出生的日、月、年，例如 27 3 2018',
  'invited.use': '使用邀请',
});
