/** What is known around an error, so that its sentence can be exact. */
export interface ErrorFacts {
  /** AWS profile in use. */
  readonly profile: string | null;
  readonly bucket: string | null;
  /** The permission that S3 refused, such as `s3:ListBucket`. */
  readonly permission: string | null;
  /** The earliest sensible retry, as a formatted duration. */
  readonly wait: string | null;
}

/** One error in one language: what happened, why, and what to do next. */
export interface ErrorWords {
  readonly title: string | ((facts: ErrorFacts) => string);
  readonly explanation: string | ((facts: ErrorFacts) => string);
  readonly nextStep: string | ((facts: ErrorFacts) => string);
}
