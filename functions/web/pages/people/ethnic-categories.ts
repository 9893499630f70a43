/** The ethnic categories (16+1) in words, as the census and the NHS Data Dictionary name them. */
import type { PersonDetails } from '../../../../shared/domain/person/person.ts';

export const ethnicCategoryNames: Readonly<Record<PersonDetails['ethnicCategory'], string>> = {
  A: 'White: British',
  B: 'White: Irish',
  C: 'White: any other background',
  D: 'Mixed: White and Black Caribbean',
  E: 'Mixed: White and Black African',
  F: 'Mixed: White and Asian',
  G: 'Mixed: any other background',
  H: 'Asian or Asian British: Indian',
  J: 'Asian or Asian British: Pakistani',
  K: 'Asian or Asian British: Bangladeshi',
  L: 'Asian or Asian British: any other background',
  M: 'Black or Black British: Caribbean',
  N: 'Black or Black British: African',
  P: 'Black or Black British: any other background',
  R: 'Chinese',
  S: 'Any other ethnic group',
  Z: 'Not stated',
  '99': 'Not known',
};
