/** What a place decides about what families write: by when it is read, and answered (domain.md 9.3). */
import * as z from 'zod';

const workingDays = z.int().min(1).max(60);

export const familyMessagePolicySchema = z.strictObject({
  /** Working days within which a member of the team has read it. */
  readWorkingDays: workingDays,
  /** Working days within which the family has an answer. */
  answerWorkingDays: workingDays,
  /** Working days within which a complaint is acknowledged (NHS complaints regulations 2009, regulation 13). */
  complaintWorkingDays: workingDays,
  /** Months within which a request to see or correct a record is answered (UK GDPR article 12(3)). */
  rightsMonths: z.int().min(1).max(3),
  /** The service that answers complaints and requests about records. */
  rightsService: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
});
export type FamilyMessagePolicy = Readonly<z.output<typeof familyMessagePolicySchema>>;

/** What is recommended to every place. */
export const recommendedFamilyMessagePolicy: FamilyMessagePolicy = {
  readWorkingDays: 2,
  answerWorkingDays: 10,
  complaintWorkingDays: 3,
  rightsMonths: 1,
  rightsService: 'family-liaison',
};
