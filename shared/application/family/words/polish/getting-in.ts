/** Polish. Drafted by a machine; to be reviewed by a person before real use. */
import { gettingIn as english } from '../english/getting-in.ts';
import { translation } from '../translation.ts';

export const gettingIn = translation(english, {
  'privacy.title': 'Twoja prywatność',
  'privacy.intro':
    'Te strony pokazują, co poradnie i urzędy robią dla Ciebie lub Twojego dziecka. Przy Twoim koncie nie trzymamy nazwiska, numeru telefonu ani numeru NHS.',
  'privacy.own-account': 'Każdy rodzic lub opiekun ma własne konto. Nikt z nich nie widzi kont innych osób.',
  'privacy.written-down': 'Za każdym razem, gdy Ty lub pracownik otwieracie dane, zapisujemy to.',
  'privacy.looked': 'Możesz zobaczyć, którzy pracownicy tu zaglądali.',
  'privacy.sixteen': 'Od 16. roku życia młode osoby same decydują, kto widzi części o zdrowiu.',
  'privacy.cookies': 'Pliki cookie',
  'privacy.cookies-text':
    'Gdy jesteś na swoim koncie, używamy jednego pliku cookie. Jest w nim losowa liczba. Znika, gdy się wylogujesz. Jeśli wybierzesz język, drugi plik cookie pamięta Twój wybór przez rok. Nikt nie śledzi tego, co robisz.',

  'invited.title': 'Mamy dla Ciebie zaproszenie',
  'invited.intro':
    'Poradnia zaprasza Cię, aby zobaczyć, na jakim etapie jest Twoja sprawa lub sprawa dziecka i co będzie dalej.',
  'invited.account': 'Najpierw się zaloguj. Jeśli to pierwszy raz, załóż konto.',
  'invited.go-on': 'Zaloguj się i przejdź dalej',
  'invited.not-you': 'Jeśli to niespodziewana wiadomość, zamknij tę stronę. Nic się nie zmieniło.',
  'invited.use-title': 'Użyj zaproszenia',
  'invited.use-intro': 'Pytamy o datę, aby nikt inny nie mógł użyć tego odnośnika.',
  'invited.birth-date': 'Data urodzenia dziecka lub młodej osoby',
  'invited.birth-date-hint': 'Na przykład 27 3 2018',
  'invited.birth-date-missing': 'Wpisz datę urodzenia',
  'invited.birth-date-wrong': 'Wpisz dzień, miesiąc i rok urodzenia, na przykład 27 3 2018',
  'invited.use': 'Użyj zaproszenia',
});
