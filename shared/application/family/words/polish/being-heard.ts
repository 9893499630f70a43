/** Polish. Drafted by a machine; to be reviewed by a person before real use. */
import { beingHeard as english } from '../english/being-heard.ts';
import { translation } from '../translation.ts';

export const beingHeard = translation(english, {
  'rate.title': 'Jak blisko jest cel?',
  'rate.intro': '0 znaczy „wcale”. 10 znaczy „w pełni”.',
  'rate.goal': 'Który cel?',
  'rate.goal-missing': 'Wybierz cel',
  'rate.rating': 'Jak blisko jest?',
  'rate.rating-missing': 'Wybierz liczbę',
  'rate.save': 'Zapisz',

  'feedback.title': 'Jak było?',
  'feedback.no-effect': 'Odpowiedź nie zmienia Twojego miejsca w kolejce ani opieki.',
  'feedback.question.parent': 'Jak ogólnie oceniasz naszą poradnię?',
  'feedback.question.young-person': 'Jak ogólnie oceniasz naszą poradnię?',
  'feedback.question.child': 'Jak było u nas?',
  'feedback.missing': 'Wybierz odpowiedź',
  'feedback.why': 'Dlaczego tak uważasz?',
  'feedback.why-hint': 'Przeczyta to tylko zespół.',
  'feedback.too-long': {
    one: 'Użyj najwyżej {count} znaku',
    few: 'Użyj najwyżej {count} znaków',
    many: 'Użyj najwyżej {count} znaków',
    other: 'Użyj najwyżej {count} znaku',
  },
  'feedback.send': 'Wyślij',
  'feedback.very-good': 'Bardzo dobrze',
  'feedback.good': 'Dobrze',
  'feedback.child-neither': 'W porządku',
  'feedback.neither': 'Ani dobrze, ani źle',
  'feedback.poor': 'Źle',
  'feedback.very-poor': 'Bardzo źle',
  'feedback.do-not-know': 'Nie wiem',
  'feedback.after.first-contact': 'Zespół już Cię przyjął.',
  'feedback.after.discharge': 'Zespół zakończył swoją część.',
  'feedback.after.a-year-waited': 'Czekasz już ponad rok.',

  'check-in.intro':
    'Zachowasz swoje miejsce bez względu na odpowiedź. Jeśli już tego nie potrzebujesz, najpierw porozmawia z Tobą ktoś z zespołu.',
  'check-in.missing': 'Wybierz odpowiedź: {wait}',
  'check-in.still-needed': 'Tak, nadal tego potrzebujemy',
  'check-in.changed': 'Tak, i coś się zmieniło',
  'check-in.not-needed': 'Nie, już tego nie potrzebujemy',
  'check-in.text': 'Czy chcesz coś powiedzieć zespołowi?',
  'check-in.text-missing': 'Napisz, co się zmieniło',
});
