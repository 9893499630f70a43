/** Polish. Drafted by a machine; to be reviewed by a person before real use. */
import { calendar as english } from '../english/calendar.ts';
import { translation } from '../translation.ts';

export const calendar = translation(english, {
  'calendar.title': 'Terminy w Twoim kalendarzu',
  'calendar.intro':
    'Kalendarz w telefonie lub komputerze może pokazywać wizyty i inne terminy. Potrzebuje do tego tajnego adresu internetowego od nas.',
  'calendar.says-little':
    'Kalendarz nie pokazuje nazwisk. Nie mówi, czego dotyczy termin. Przy każdym terminie jest odnośnik do tych stron.',
  'calendar.keep': 'Nie podawaj nikomu tego adresu',
  'calendar.keep-text': 'Kto ma adres, widzi Twoje terminy. Zobaczy je też każdy, komu udostępniasz swój kalendarz.',
  'calendar.make': 'Utwórz adres',
  'calendar.yours': 'Twój adres',
  'calendar.since': 'Adres utworzono {date}.',
  'calendar.stop': 'Wyłącz adres',
  'calendar.stopped': 'Adres jest wyłączony. Usuń też kalendarz z telefonu lub komputera.',
  'calendar.lost': 'Jeśli adres się zgubił',
  'calendar.lost-text': 'Utwórz nowy adres. Stary od razu przestanie działać.',
  'calendar.again': 'Utwórz nowy adres',
  'calendar.made': 'Adres Twojego kalendarza',
  'calendar.once': 'Skopiuj ten adres teraz',
  'calendar.once-text': 'Pokazujemy go tylko raz. Jeśli go zgubisz, możesz utworzyć nowy.',
  'calendar.how': 'Gdzie go wpisać',
  'calendar.iphone':
    'W telefonie iPhone otwórz Kalendarz. Dotknij „Kalendarze”, potem „Dodaj kalendarz”. Na liście wybierz pozycję ze słowem „subskrypcja”.',
  'calendar.google':
    'W Kalendarzu Google na komputerze wybierz znak plus. Jest obok napisu „Inne kalendarze”. Potem wybierz „Z adresu URL”.',
  'calendar.outlook': 'W programie Outlook wybierz „Dodaj kalendarz”, a potem „Subskrybuj z sieci Web”.',
  'calendar.slow':
    'Kalendarz sprawdza zmiany kilka razy dziennie. Aby mieć pewność co do terminu, zajrzyj na te strony.',
});
