import { v4, v7 } from 'uuid';

/** A new id whose order follows time (UUIDv7): the usual key. */
export const newId = (): string => v7();

/** A new id that tells nothing about when it was made (UUIDv4): for rows whose order would betray a secret. */
export const newSecretId = (): string => v4();
