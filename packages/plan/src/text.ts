/** A sentence people read: an id for translators and its English text, beside the code that says it. */
export type Message = { readonly id: string; readonly defaultMessage: string };
export type Values = Readonly<Record<string, string | number>>;

/** What events keep of a sentence: its id and its values, never the sentence itself. Times are ISO 8601. */
export type Text = { readonly id: string; readonly values?: Values };

/** Marks a message for extraction into the catalogue; the extractor looks for this name. */
export const msg = <const M extends Message>(message: M): M => message;
export const text = ({ id }: Message, values?: Values): Text => (values ? { id, values } : { id });
