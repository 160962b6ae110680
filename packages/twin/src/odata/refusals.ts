/** The text isn't OData, or names what isn't there: 400. */
export class BadQuery extends Error {}

/** It may well be OData, but the twin has not learned it: 501, so that nobody takes a wrong answer for a right one. */
export class NotLearned extends Error {}
