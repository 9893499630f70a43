/** The referrals that the rows of one file come to, decided as an import into an empty service decides (plan-row.ts). */
import type { ParsedRow } from '../../domain/import/row.ts';

interface FilePerson {
  readonly birthDate: string;
  readonly nhsNumber: string | null;
  readonly openIn: Set<string>;
}

export class FileReferrals {
  readonly rows: ParsedRow[] = [];
  unchanged = 0;
  review = 0;
  readonly #byReferral = new Map<string, string>();
  readonly #byNhsNumber = new Map<string, FilePerson>();
  readonly #byLocalId = new Map<string, FilePerson>();

  take(row: ParsedRow): void {
    const content = JSON.stringify(row);
    const before = this.#byReferral.get(row.referralId);
    if (before === content) this.unchanged += 1;
    // Other facts under one id in one file, somebody who may be another, a second open referral: a person decides.
    else if (before !== undefined || this.#clashes(row) || this.#isOpenAlready(row)) this.review += 1;
    else {
      this.#byReferral.set(row.referralId, content);
      this.rows.push(row);
      this.#remember(row);
    }
  }

  #known({ person }: ParsedRow): readonly FilePerson[] {
    const { nhsNumber, localId } = person;
    const byNumber = nhsNumber === null ? undefined : this.#byNhsNumber.get(nhsNumber);
    const byLocalId = localId === null ? undefined : this.#byLocalId.get(localId);
    return [byNumber, byLocalId].filter((known) => known !== undefined);
  }

  /** One number with two birth dates, one local id with two numbers, or numbers of two people. */
  #clashes(row: ParsedRow): boolean {
    const { nhsNumber, birthDate } = row.person;
    const known = this.#known(row);
    return known.some(
      (person) =>
        person !== known[0] ||
        person.birthDate !== birthDate ||
        (nhsNumber !== null && person.nhsNumber !== null && person.nhsNumber !== nhsNumber),
    );
  }

  #isOpenAlready(row: ParsedRow): boolean {
    return this.#known(row)[0]?.openIn.has(row.queue) ?? false;
  }

  #remember(row: ParsedRow): void {
    const { nhsNumber, localId, birthDate } = row.person;
    const person = this.#known(row)[0] ?? { birthDate, nhsNumber, openIn: new Set<string>() };
    if (row.discharge === null) person.openIn.add(row.queue);
    if (nhsNumber !== null) this.#byNhsNumber.set(nhsNumber, person);
    if (localId !== null && !this.#byLocalId.has(localId)) this.#byLocalId.set(localId, person);
  }
}
