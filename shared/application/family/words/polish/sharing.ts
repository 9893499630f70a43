/** Polish. Drafted by a machine; to be reviewed by a person before real use. */
import { sharing as english } from '../english/sharing.ts';
import { translation } from '../translation.ts';

export const sharing = translation(english, {
  'part.health': 'Twoje oczekiwania i zdrowie',
  'part.ehc': 'Twój plan EHC',
  'part.budget': 'Twój budżet na zdrowie',
  'part.appointments': 'Twoje wizyty',
  'part.messages': 'Twoje wiadomości',

  'relationship.mother': 'Twoja matka',
  'relationship.father': 'Twój ojciec',
  'relationship.other-parent': 'Twój rodzic',
  'relationship.guardian': 'Twój opiekun prawny',
  'relationship.grandparent': 'Twoja babcia lub Twój dziadek',
  'relationship.foster-carer': 'Twój rodzic zastępczy',
  'relationship.residential-carer': 'Twój opiekun',
  'relationship.other-carer': 'Twój opiekun',
  'relationship.self': 'Ty',

  'sharing.title': 'Kto może zobaczyć Twoje dane',
  'sharing.intro':
    'Wybierasz, co widzi każdy z dorosłych. Nie mówimy im, co wybrano. Możesz to zmienić w każdej chwili.',
  'sharing.nobody': 'Żaden dorosły nie może zobaczyć Twoich danych.',
  'sharing.saved': 'Zapisano. To obowiązuje od teraz.',
  'sharing.sees': 'Widzi: {parts}.',
  'sharing.nothing': 'Nic',
  'sharing.change': 'Zmień, co widzi ta osoba',
  'sharing.change-title': 'Zmień, co widzi osoba dorosła',
  'sharing.about': 'Chodzi o tę osobę: {name}, {relationship}.',
  'sharing.question': 'Czego ta osoba ma nie widzieć?',
  'sharing.hint': 'Jeśli nic nie wybierzesz, ta osoba zobaczy wszystko.',
  'sharing.save': 'Zapisz',
  'sharing.meanwhile': 'W tym, kto widzi Twoje dane, coś się zmieniło. {link}.',
  'sharing.look': 'Zobacz, jak jest teraz',

  'flow.check': 'Sprawdź odpowiedzi',
  'flow.change': 'Zmień odpowiedzi',
  'flow.changed': 'Coś się zmieniło, gdy ten formularz był otwarty',
  'flow.changed-text': 'To, co wpisano, nie jest jeszcze zapisane. Zobacz, co się zmieniło, i zdecyduj.',
  'flow.entered': 'Co wpisano',
  'flow.save-as-well': 'Zapisz mimo to',
  'flow.leave': 'Nie zapisuj i wróć',
  'flow.changed-since': 'Co się zmieniło',
  'flow.change-entered': 'Zmień to, co wpisano',
  'flow.none': 'Nic nie wybrano',
});
