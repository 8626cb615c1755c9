/** An address that people may sign in by. ASCII only: letters beyond it could be folded into those of somebody else's address. */
export const EMAIL_ADDRESS = /^[\x21-\x3f\x41-\x7e]{1,64}@[A-Za-z0-9.-]{1,255}$/u;
