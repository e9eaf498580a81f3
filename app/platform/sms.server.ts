/** What is sent: the id lets a provider recognise a message that is handed over twice. */
export interface OutgoingSms {
  id: string;
  /** in the clear: a channel never writes it down */
  phone: string;
  text: string;
}

/** A way to send text messages. `send` resolves once the provider has taken the message over, and throws when it has not. */
export interface SmsChannel {
  readonly name: string;
  /** nothing leaves the house: the outbox table is all there is, and keeps what a sent message no longer needs */
  readonly stays?: boolean;
  send(message: OutgoingSms): Promise<void>;
}

/** Sends nothing: a message stays in the outbox table, which a demonstration shows on a page. */
export const recordingSms: SmsChannel = { name: "recording", stays: true, send: async () => undefined };
