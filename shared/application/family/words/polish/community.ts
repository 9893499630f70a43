/** Polish. Drafted by a machine; to be reviewed by a person before real use. */
import { community as english } from '../english/community.ts';
import { translation } from '../translation.ts';

export const community = translation(english, {
  'part.title': 'Powiedz, co myślisz',
  'part.intro':
    'Poradnie działają lepiej, gdy rodziny mówią, czego potrzebują. Udział jest dobrowolny. Nie zmienia Twojego miejsca w kolejce ani opieki.',
  'part.link': 'Powiedz, co myślisz: spotkania i pytania',
  'part.in': 'Miejsce: {place}',
  'part.nothing': 'Teraz nie ma w czym wziąć udziału.',
  'part.events': 'Spotkania',
  'part.questions': 'Pytania do Ciebie',
  'part.shared': 'Co mówiły rodziny i co z tego wynikło',
  'part.when': '{date}, od {from} do {to}',
  'part.close': 'Możesz odpowiadać do {date}.',
  'part.answered': 'Dziękujemy. Mamy Twoje odpowiedzi.',
  'part.answered-before': 'Na te pytania były już Twoje odpowiedzi. Liczą się pierwsze.',

  'event.where': 'Gdzie',
  'event.when': 'Kiedy',
  'event.access': 'Dostępność',
  'event.free': 'Wolne miejsca',
  'event.yours': 'Twoja rezerwacja',
  'event.free-now': {
    one: '{count} miejsce',
    few: '{count} miejsca',
    many: '{count} miejsc',
    other: '{count} miejsca',
  },
  'event.full': 'Brak. Możesz zapisać się na listę rezerwową.',
  'event.cancelled': 'To spotkanie odwołano',
  'event.cancelled-text': 'Nie musisz nic robić.',
  'event.booked': {
    one: 'Masz {count} miejsce. Przy wejściu podaj kod {code}.',
    few: 'Masz {count} miejsca. Przy wejściu podaj kod {code}.',
    many: 'Masz {count} miejsc. Przy wejściu podaj kod {code}.',
    other: 'Masz {count} miejsca. Przy wejściu podaj kod {code}.',
  },
  'event.waiting': {
    one: 'Jesteś na liście rezerwowej: {count} miejsce. Dostaniesz je, gdy ktoś zrezygnuje. Powiemy Ci o tym, jeśli wiemy, jak się z Tobą kontaktować.',
    few: 'Jesteś na liście rezerwowej: {count} miejsca. Dostaniesz je, gdy ktoś zrezygnuje. Powiemy Ci o tym, jeśli wiemy, jak się z Tobą kontaktować.',
    many: 'Jesteś na liście rezerwowej: {count} miejsc. Dostaniesz je, gdy ktoś zrezygnuje. Powiemy Ci o tym, jeśli wiemy, jak się z Tobą kontaktować.',
    other:
      'Jesteś na liście rezerwowej: {count} miejsca. Dostaniesz je, gdy ktoś zrezygnuje. Powiemy Ci o tym, jeśli wiemy, jak się z Tobą kontaktować.',
  },
  'event.over': 'Nie można już rezerwować miejsc.',
  'event.nameless':
    'Przy rezerwacji nie zapisujemy Twojego nazwiska. Zamiast tego dostajesz kod. Gdy czekasz na miejsce, osobno przechowujemy to, jak Cię znaleźć, do dnia spotkania.',
  'event.seats': 'Ile miejsc?',
  'event.seats-missing': 'Wybierz, ile miejsc',
  'event.needs': 'Czego potrzebujesz, aby wziąć udział?',
  'event.needs-hint': 'Tłumacza języka migowego (BSL), cichego pokoju, jedzenia. Nie wpisuj nazwisk.',
  'event.book': 'Zarezerwuj',
  'event.give-back': 'Oddaj moje miejsca',

  'ask.nameless':
    'Nikt nie zobaczy, kim jesteś. Twoje odpowiedzi przechowujemy pod kodem, z którego nikt nie odczyta, kto je napisał, i bez godziny. Każdy dorosły może odpowiedzieć raz. Liczby pokazujemy dopiero wtedy, gdy odpowie dość osób. Nie wpisuj nazwisk.',
  'ask.rating-hint': '1 to najgorzej, 5 to najlepiej',
  'ask.send': 'Wyślij odpowiedzi',

  'said.title': 'Wasze słowa, nasze działania',
  'said.intro': 'To powiedziały nam rodziny ({place}) i to zrobiliśmy.',
  'said.none': 'Nic tu jeszcze nie ma.',
  'said.on': 'Opublikowano {date}.',
  'said.you': 'Powiedzieliście',
  'said.we': 'Zrobiliśmy',
  'said.answers': 'Co odpowiedziały rodziny',
  'said.answered': 'Liczba osób, które odpowiedziały: {number}.',
  'said.few': 'Odpowiedziało mało osób, więc nie podajemy liczby.',
  'said.star': 'Gwiazdka oznacza liczbę zbyt małą, aby ją pokazać.',
  'said.answer': 'Odpowiedź',
  'said.people': 'Osoby',
  'said.share': 'Na 100',
  'said.in-words': 'Na to odpowiadano własnymi słowami. Zespół przeczytał wszystko.',
});
