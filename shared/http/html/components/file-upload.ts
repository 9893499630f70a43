/** Choosing one file from the person's machine: the browser's own field, which every browser and screen reader knows. */
import { attributes } from '../attributes.ts';
import { type Html, html } from '../html.ts';
import { describedBy, type FieldProps, groupClass, hintAndError, label } from './field.ts';

export interface FileUploadProps extends FieldProps {
  /** Kinds of file offered first, e.g. `.csv,text/csv`. A hint to the browser; the server still checks. */
  readonly accept?: string;
}

export function fileUpload(props: FileUploadProps): Html {
  return html`<div class="${groupClass(props.error, 'nhsuk-file-upload')}" data-module="nhsuk-file-upload">${label(props.label, props.id)}${hintAndError(props)}<input class="nhsuk-file-upload__input" id="${props.id}" name="${props.name}" type="file" ${attributes({ 'aria-describedby': describedBy(props), accept: props.accept })}></div>`;
}
