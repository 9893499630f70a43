/** What changes as a child grows up, told to a young person and to adults; and the move to a team for adults. */
import type { Message } from '../message.ts';

export const growingUp = {
  'growing.title': 'Growing up',
  'growing.own-intro': 'Some things change as you get older. Here is what changes, and when.',
  'growing.adult-intro': 'Some things change as {name} gets older. Here is what changes, and when.',
  'growing.two-dates':
    'There are two dates to know. Choices about health pass at 16. Choices about an EHC plan pass at the end of the last school year that everybody must stay for. Either can come first.',
  'growing.link': 'What changes when growing up',
  'growing.soon': 'Growing up: what changes',
  'growing.passed': 'Now',
  'growing.to-come': 'To come',
  'growing.stays': 'What stays the same',
  'growing.own-stays': 'A wait goes on from the day it began. You do not lose your place when you get older.',
  'growing.adult-stays':
    'A wait goes on from the day it began. Nobody loses their place by getting older. You stay a parent or carer, and most young people still want your help.',
  'growing.moves': 'Moving to a team for adults',
  'growing.move-on': '{wait}: {date}',
  'growing.step.talk-at-11': '11th birthday',
  'growing.step.own-access': 'Half a year before 16',
  'growing.step.health-choices': '16th birthday',
  'growing.step.plan-choices': 'The day after the school leaving date',
  'growing.step.adult-plan': 'Planning for 18 begins',
  'growing.step.adult-team': '18th birthday',
  'growing.own.talk-at-11.ahead': 'When you are 11, we talk with you about who sees this page.',
  'growing.own.talk-at-11.now': 'You can ask us to talk with you about who sees this page.',
  'growing.own.own-access.ahead': 'From this day you can have your own way in to this page. We send you a code.',
  'growing.own.own-access.now': 'You can have your own way in to this page. You have it now.',
  'growing.own.health-choices.ahead':
    'You will be 16. You will decide about your health care, and who sees the health parts of this page. Adults stop seeing them on this day, unless you say yes.',
  'growing.own.health-choices.now':
    'You are 16. You decide about your health care, and who sees the health parts of this page. Adults see them only if you say yes.',
  'growing.own.plan-choices.ahead':
    'You can leave school. If you have an EHC plan, you will decide about it from this day. Your parents can still help you.',
  'growing.own.plan-choices.now':
    'If you have an EHC plan, you decide about it now. Your parents can still help you. You can ask SENDIASS too. It is free.',
  'growing.own.adult-plan.ahead':
    'If you are still waiting then, the team starts to plan your move to a team for adults. They do it with you.',
  'growing.own.adult-plan.now':
    'If you are waiting, the team plans your move to a team for adults. They do it with you. Ask them who you will see.',
  'growing.own.adult-team.ahead':
    'You will be 18. If you are still waiting, you move to a team for adults. Your wait goes on from the day it began. Nobody has to refer you again.',
  'growing.own.adult-team.now':
    'You are 18. If you are waiting, it is for a team for adults now. Your wait goes on from the day it began.',
  'growing.adult.talk-at-11.ahead': 'We talk with you and your child about who sees this page. It will not be cut off.',
  'growing.adult.talk-at-11.now':
    'From 11 on, a child who can decide has a say about who sees this page. We talk with you first.',
  'growing.adult.own-access.ahead':
    'From this day your child can have their own way in to this page. We talk with them about what they want to share.',
  'growing.adult.own-access.now': 'Your child can have their own way in to this page. Help them to ask for a code.',
  'growing.adult.health-choices.ahead':
    'Your child will decide about their health care, and who sees the health parts of this page. They close for you on this day, unless your child says yes. If your child cannot decide, talk with the team before then.',
  'growing.adult.health-choices.now':
    'Your child decides about their health care. You see the health parts if they say yes, or if it was found best for them.',
  'growing.adult.plan-choices.ahead':
    'Your child can leave school. If there is an EHC plan, they decide about it from this day. That part closes for you then, unless they say yes.',
  'growing.adult.plan-choices.now':
    'If there is an EHC plan, your child decides about it now. You can still help, and SENDIASS can help you both. It is free.',
  'growing.adult.adult-plan.ahead':
    'If your child is still waiting then, the team starts to plan the move to a team for adults.',
  'growing.adult.adult-plan.now':
    'If your child is waiting, the team plans the move to a team for adults. Ask them who your child will see.',
  'growing.adult.adult-team.ahead':
    'Your child will be 18. If they are still waiting, they move to a team for adults. The wait goes on from the day it began. Nobody has to refer them again.',
  'growing.adult.adult-team.now':
    'Your child is 18. If they are waiting, it is for a team for adults now. The wait goes on from the day it began.',

  'move.to-plan': 'This wait moves to {pathway}. The team for it is {team}. The plan for the move is still to be made.',
  'move.planned': 'This wait moves to {pathway}. The team for it is {team}. The move is planned.',
  'move.accepted': 'This wait moves to {pathway}. {team} has agreed to take it on.',
  'move.refused': '{team} has not yet taken on {pathway}. The wait goes on. We are working to put this right.',
  'move.moved': 'This wait has moved to {pathway}. The team is {team}. It goes on from the day it began.',
} as const satisfies Readonly<Record<string, Message>>;
