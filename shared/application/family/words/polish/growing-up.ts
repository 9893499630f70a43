/** Polish. Drafted by a machine; to be reviewed by a person before real use. */
import { growingUp as english } from '../english/growing-up.ts';
import { translation } from '../translation.ts';

export const growingUp = translation(english, {
  'growing.title': 'Dorastanie',
  'growing.own-intro': 'Gdy dorastasz, niektóre sprawy się zmieniają. Tu piszemy, co i kiedy.',
  'growing.adult-intro': 'Z wiekiem dziecka niektóre sprawy się zmieniają. Tu piszemy, co i kiedy. Dotyczy to: {name}.',
  'growing.two-dates':
    'Trzeba znać dwie daty. Od 16. urodzin młoda osoba decyduje o swoim zdrowiu. O planie EHC decyduje od końca ostatniego roku szkolnego, w którym nauka jest obowiązkowa. Każda z tych dat może być pierwsza.',
  'growing.link': 'Co się zmienia z wiekiem',
  'growing.soon': 'Dorastanie: co się zmienia',
  'growing.passed': 'Teraz',
  'growing.to-come': 'Później',
  'growing.stays': 'Co się nie zmienia',
  'growing.own-stays':
    'Czas oczekiwania liczy się od dnia, w którym się zaczął. Z wiekiem nie tracisz miejsca w kolejce.',
  'growing.adult-stays':
    'Czas oczekiwania liczy się od dnia, w którym się zaczął. Nikt nie traci miejsca z powodu wieku. Nadal jesteś rodzicem lub opiekunem, a większość młodych osób wciąż chce Twojej pomocy.',
  'growing.moves': 'Przejście do zespołu dla dorosłych',
  'growing.move-on': '{wait}: {date}',

  'growing.step.talk-at-11': '11. urodziny',
  'growing.step.own-access': 'Pół roku przed 16. urodzinami',
  'growing.step.health-choices': '16. urodziny',
  'growing.step.plan-choices': 'Dzień po zakończeniu obowiązkowej szkoły',
  'growing.step.adult-plan': 'Zaczyna się planowanie na czas po 18. urodzinach',
  'growing.step.adult-team': '18. urodziny',

  'growing.own.talk-at-11.ahead': 'Gdy skończysz 11 lat, porozmawiamy z Tobą o tym, kto widzi tę stronę.',
  'growing.own.talk-at-11.now': 'Możesz nas poprosić o rozmowę o tym, kto widzi tę stronę.',
  'growing.own.own-access.ahead': 'Od tego dnia możesz mieć własne wejście na tę stronę. Wyślemy Ci kod.',
  'growing.own.own-access.now': 'Możesz mieć własne wejście na tę stronę. Już je masz.',
  'growing.own.health-choices.ahead':
    'Skończysz 16 lat. Zaczniesz decydować o swoim leczeniu i o tym, kto widzi części tej strony o zdrowiu. Tego dnia dorośli przestaną je widzieć, chyba że się zgodzisz.',
  'growing.own.health-choices.now':
    'Masz 16 lat. Decydujesz o swoim leczeniu i o tym, kto widzi części tej strony o zdrowiu. Dorośli widzą je tylko za Twoją zgodą.',
  'growing.own.plan-choices.ahead':
    'Możesz skończyć szkołę. Jeśli masz plan EHC, od tego dnia decydujesz o nim. Rodzice nadal mogą Ci pomagać.',
  'growing.own.plan-choices.now':
    'Jeśli masz plan EHC, teraz decydujesz o nim. Rodzice nadal mogą Ci pomagać. Możesz też zapytać SENDIASS. To nic nie kosztuje.',
  'growing.own.adult-plan.ahead':
    'Jeśli nadal będziesz czekać, zespół zacznie planować Twoje przejście do zespołu dla dorosłych. Zrobi to razem z Tobą.',
  'growing.own.adult-plan.now':
    'Jeśli czekasz, zespół planuje Twoje przejście do zespołu dla dorosłych. Robi to razem z Tobą. Zapytaj, kto Cię przyjmie.',
  'growing.own.adult-team.ahead':
    'Skończysz 18 lat. Jeśli nadal czekasz, przejdziesz do zespołu dla dorosłych. Czas oczekiwania liczy się od dnia, w którym się zaczął. Nie trzeba nowego skierowania.',
  'growing.own.adult-team.now':
    'Masz 18 lat. Jeśli czekasz, to już na zespół dla dorosłych. Czas oczekiwania liczy się od dnia, w którym się zaczął.',
  'growing.adult.talk-at-11.ahead':
    'Porozmawiamy z Tobą i z dzieckiem o tym, kto widzi tę stronę. Nie odetniemy Cię od niej.',
  'growing.adult.talk-at-11.now':
    'Od 11 lat dziecko, które umie o tym decydować, ma głos w sprawie tego, kto widzi tę stronę. Najpierw porozmawiamy z Tobą.',
  'growing.adult.own-access.ahead':
    'Od tego dnia dziecko może mieć własne wejście na tę stronę. Porozmawiamy z nim o tym, co chce pokazywać innym.',
  'growing.adult.own-access.now': 'Dziecko może mieć własne wejście na tę stronę. Pomóż mu poprosić o kod.',
  'growing.adult.health-choices.ahead':
    'Dziecko zacznie decydować o swoim leczeniu i o tym, kto widzi części tej strony o zdrowiu. Tego dnia zamkną się one dla Ciebie, chyba że dziecko się zgodzi. Jeśli dziecko nie może o tym decydować, porozmawiaj wcześniej z zespołem.',
  'growing.adult.health-choices.now':
    'Dziecko decyduje o swoim leczeniu. Widzisz części o zdrowiu, jeśli się zgodzi lub jeśli uznano, że tak jest dla niego najlepiej.',
  'growing.adult.plan-choices.ahead':
    'Dziecko może skończyć szkołę. Jeśli jest plan EHC, od tego dnia o nim decyduje. Ta część zamknie się wtedy dla Ciebie, chyba że dziecko się zgodzi.',
  'growing.adult.plan-choices.now':
    'Jeśli jest plan EHC, teraz decyduje o nim dziecko. Nadal możesz pomagać, a SENDIASS może pomóc Wam obojgu. To nic nie kosztuje.',
  'growing.adult.adult-plan.ahead':
    'Jeśli dziecko nadal będzie czekać, zespół zacznie planować przejście do zespołu dla dorosłych.',
  'growing.adult.adult-plan.now':
    'Jeśli dziecko czeka, zespół planuje przejście do zespołu dla dorosłych. Zapytaj, kto przyjmie dziecko.',
  'growing.adult.adult-team.ahead':
    'Dziecko skończy 18 lat. Jeśli nadal czeka, przejdzie do zespołu dla dorosłych. Czas oczekiwania liczy się od dnia, w którym się zaczął. Nie trzeba nowego skierowania.',
  'growing.adult.adult-team.now':
    'Dziecko ma 18 lat. Jeśli czeka, to już na zespół dla dorosłych. Czas oczekiwania liczy się od dnia, w którym się zaczął.',

  'move.to-plan':
    'To oczekiwanie przechodzi do: {pathway}. Prowadzi to zespół {team}. Plan przejścia jeszcze powstanie.',
  'move.planned': 'To oczekiwanie przechodzi do: {pathway}. Prowadzi to zespół {team}. Przejście jest zaplanowane.',
  'move.accepted': 'To oczekiwanie przechodzi do: {pathway}. Zespół {team} zgodził się je przejąć.',
  'move.refused':
    'Zespół {team} jeszcze nie przejął: {pathway}. Czas oczekiwania biegnie dalej. Staramy się to naprawić.',
  'move.moved':
    'To oczekiwanie przeszło do: {pathway}. Prowadzi je zespół {team}. Czas liczy się od dnia, w którym się zaczęło.',
});
