/** Where a request comes from, as far as logins need to know it. */
export interface Origin {
  /** The network address. */
  address: string;
  /** Of the session that the browser brings along; null when there is none. */
  token: string | null;
  /** By which the browser is known; null on a device that has not been seen. */
  deviceToken: string | null;
  /** Browser and system in a few words. */
  device: string | null;
}

/** Whose session begins, and the tokens for the cookies. */
export interface BegunSession {
  userId: string;
  token: string;
  deviceToken: string;
}
