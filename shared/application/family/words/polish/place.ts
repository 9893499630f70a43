/** Polish. Drafted by a machine; to be reviewed by a person before real use. */
import { place as english } from '../english/place.ts';
import { translation } from '../translation.ts';

export const place = translation(english, {
  'order.title': 'Jak ustalamy kolejność na liście',
  'order.intro':
    'Tak zespoły ({place}) wybierają, kogo przyjąć jako następnego. Te zasady są takie same dla każdego dziecka. Nie pokazujemy niczyjego miejsca, bo zmienia się ono codziennie.',
  'order.first': 'Co decyduje',
  'order.rule.need': 'Jak pilnie dziecko trzeba przyjąć. Decyduje o tym specjalista na podstawie skierowania.',
  'order.rule.time-waited': 'Wśród dzieci w tak samo pilnej sytuacji: kto czeka najdłużej.',
  'order.rule.came-first': 'Jeśli czekają tak samo długo: czyje skierowanie przyszło pierwsze.',
  'order.rule.by-chance': 'Jeśli i to jest takie samo, decyduje przypadek.',
  'order.needs': 'Kiedy zespoły starają się przyjąć dziecko',
  'order.need.urgent': 'Pilne: najdłużej {time}',
  'order.need.soon': 'Dość pilne: najdłużej {time}',
  'order.need.routine': 'Wszystkie inne: najdłużej {time}',
  'order.needs-late': 'Zespołom nie zawsze się to udaje. Na Twojej stronie jest napisane, ile to może potrwać.',
  'order.up': 'Kiedy dziecko może się przesunąć do przodu',
  'order.up-worse':
    'Jeśli coś się pogorszy, napisz do zespołu. Przeczyta to specjalista i może zdecydować, że dziecko zostanie przyjęte wcześniej.',
  'order.up-only': 'Nikt inny nie może przesunąć dziecka do przodu. Częste telefony nie pomagają i nie szkodzą.',
  'order.up-same': 'Plan EHC, diagnoza ani szkoła same nie przesuwają nikogo do przodu ani do tyłu.',
  'order.carried.looked-after':
    'Dziecko w pieczy zastępczej, które się tu przeprowadziło, zachowuje czas oczekiwania z innego obszaru.',
  'order.carried.armed-forces':
    'Jeśli rodzic służy w wojsku i rodzina się tu przeprowadziła, wcześniejszy czas oczekiwania też się liczy.',
  'order.end': 'Co może zakończyć oczekiwanie',
  'order.end-details': {
    one: 'Jeśli poprosimy o więcej informacji i przez {count} dzień nikt nie odpowie, oczekiwanie się kończy. Powiemy Ci o tym. Gdy przyjdzie odpowiedź, zacznie się od nowa.',
    few: 'Jeśli poprosimy o więcej informacji i przez {count} dni nikt nie odpowie, oczekiwanie się kończy. Powiemy Ci o tym. Gdy przyjdzie odpowiedź, zacznie się od nowa.',
    many: 'Jeśli poprosimy o więcej informacji i przez {count} dni nikt nie odpowie, oczekiwanie się kończy. Powiemy Ci o tym. Gdy przyjdzie odpowiedź, zacznie się od nowa.',
    other:
      'Jeśli poprosimy o więcej informacji i przez {count} dnia nikt nie odpowie, oczekiwanie się kończy. Powiemy Ci o tym. Gdy przyjdzie odpowiedź, zacznie się od nowa.',
  },
  'order.end-missed': {
    one: 'Po {count} opuszczonej wizycie specjalista zastanawia się, co będzie najlepsze. Tylko specjalista może zakończyć oczekiwanie.',
    few: 'Po {count} opuszczonych wizytach z rzędu specjalista zastanawia się, co będzie najlepsze. Tylko specjalista może zakończyć oczekiwanie.',
    many: 'Po {count} opuszczonych wizytach z rzędu specjalista zastanawia się, co będzie najlepsze. Tylko specjalista może zakończyć oczekiwanie.',
    other:
      'Po {count} opuszczonej wizyty specjalista zastanawia się, co będzie najlepsze. Tylko specjalista może zakończyć oczekiwanie.',
  },
  'order.end-back': {
    one: 'Jeśli oczekiwanie zakończyło się z powodu opuszczonych wizyt, zadzwoń w ciągu {count} dnia. Odzyskasz swoje miejsce.',
    few: 'Jeśli oczekiwanie zakończyło się z powodu opuszczonych wizyt, zadzwoń w ciągu {count} dni. Odzyskasz swoje miejsce.',
    many: 'Jeśli oczekiwanie zakończyło się z powodu opuszczonych wizyt, zadzwoń w ciągu {count} dni. Odzyskasz swoje miejsce.',
    other:
      'Jeśli oczekiwanie zakończyło się z powodu opuszczonych wizyt, zadzwoń w ciągu {count} dnia. Odzyskasz swoje miejsce.',
  },
  'order.keep': 'Przez co nie tracisz miejsca',
  'order.keep-silent': 'Brak odpowiedzi na pytanie, czy nadal nas potrzebujesz.',
  'order.keep-missed': {
    one: 'Jedna opuszczona wizyta. Zespół skontaktuje się z Tobą w ciągu {count} dnia roboczego.',
    few: 'Jedna opuszczona wizyta. Zespół skontaktuje się z Tobą w ciągu {count} dni roboczych.',
    many: 'Jedna opuszczona wizyta. Zespół skontaktuje się z Tobą w ciągu {count} dni roboczych.',
    other: 'Jedna opuszczona wizyta. Zespół skontaktuje się z Tobą w ciągu {count} dnia roboczego.',
  },
  'order.keep-offer': {
    one: 'Odmowa proponowanego terminu. Powinniśmy podać go {count} dzień wcześniej.',
    few: 'Odmowa proponowanego terminu. Powinniśmy podać go {count} dni wcześniej i dać kilka terminów do wyboru.',
    many: 'Odmowa proponowanego terminu. Powinniśmy podać go {count} dni wcześniej i dać kilka terminów do wyboru.',
    other: 'Odmowa proponowanego terminu. Powinniśmy podać go {count} dnia wcześniej i dać kilka terminów do wyboru.',
  },
  'order.keep-age': 'Wiek. Po 18. urodzinach czas oczekiwania nadal liczy się od dnia, w którym się zaczął.',
  'order.keep-complaint': 'Skarga albo powiedzenie nam, jak było.',

  'guesses.title': 'Jak trafne są nasze szacunki?',
  'guesses.how':
    'Mówimy rodzinom, ile mogą czekać. Za każdym razem podajemy przedział, na przykład 30–44 tygodnie. Chcemy, aby 80 na 100 rodzin czekało tyle, ile powiedzieliśmy, 10 krócej i 10 dłużej.',
  'guesses.where':
    'Tu widać, jak to wyszło ({place}). Liczymy też rodziny, które nadal czekają, gdy już wiemy, że się pomyliliśmy.',
  'guesses.too-few': 'Szacunków jest jeszcze za mało.',
  'guesses.within': 'Tyle, ile powiedzieliśmy, czekało {within} na 100 rodzin.',
  'guesses.others': 'Krócej czekało {sooner}, a dłużej {later}. Policzono {date}.',

  'help.title': 'Pomoc podczas oczekiwania',
  'help.intro':
    'Tu znajdziesz pomoc już teraz. Nie trzeba na nas czekać, a prośba o pomoc nie zmienia Twojego miejsca w kolejce.',
  'help.for-everybody': 'Cała pomoc: {place}',
  'help.everybody': 'Dla każdej rodziny',
  'help.for-queue': 'Gdy czekasz na: {name}',
  'help.who-for': 'Dla kogo:',
  'help.phone': 'Telefon:',
  'help.nothing': 'Nic tu jeszcze nie ma. Zapytaj w poradni, co może pomóc już teraz.',
  'help.danger': 'Jeśli ktoś jest teraz w niebezpieczeństwie, zadzwoń pod numer 999.',

  'news.title': 'Nowe wiadomości z poradni',
  'news.no-effect': 'To nie zmienia Twojego miejsca na żadnej liście.',
  'news.since': 'Od {date}',
});
