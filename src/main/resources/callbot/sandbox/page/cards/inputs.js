// The inputs of a card. Each can say its value, and whether that is as the card wants it.

import { make } from '../common/dom.js';

const KINDS = {
  'Input.Text': drawText,
  'Input.Number': element => drawLine(element, { type: 'number', min: element.min, max: element.max, step: 'any' }),
  'Input.Date': element => drawLine(element, { type: 'date', min: element.min, max: element.max }),
  'Input.Time': element => drawLine(element, { type: 'time', min: element.min, max: element.max }),
  'Input.Toggle': drawToggle,
  'Input.ChoiceSet': drawChoices,
};

const TEXT_TYPES = { email: 'email', tel: 'tel', url: 'url' };

let drawnSoFar = 0;

export function isInput(element) {
  return Object.hasOwn(KINDS, element.type);
}

/** An input with its label; it joins the inputs of its card. */
export function drawInput(element, scope) {
  const id = `input-${++drawnSoFar}`;
  const { field, fields = [field], value } = KINDS[element.type](element);
  const error = make('p', { class: 'error', id: `${id}-error`, role: 'alert' });
  const isGroup = fields.length > 1 || fields[0] !== field;
  const label = element.label
    ? make(isGroup ? 'span' : 'label', { class: 'label', id: `${id}-label`, for: isGroup ? undefined : id }, element.label,
      element.isRequired && make('span', { class: 'required', 'aria-hidden': 'true' }, ' *'))
    : undefined;
  if (isGroup) field.setAttribute('role', 'group');
  else field.id = id;
  if (label && isGroup) field.setAttribute('aria-labelledby', label.id);
  if (!label && element.type !== 'Input.Toggle') field.setAttribute('aria-label', element.placeholder ?? element.id ?? 'Input');
  for (const one of fields) {
    one.setAttribute('aria-describedby', error.id);
    if (element.isRequired) one.setAttribute('aria-required', 'true');
  }

  const check = () => {
    const wrong = problem(element, value(), fields);
    error.textContent = wrong ?? '';
    for (const one of fields) one.setAttribute('aria-invalid', String(wrong !== undefined));
    return wrong === undefined;
  };
  // As it is typed, not when the field is left: what moves then moves away from under the click that left it.
  field.addEventListener('input', () => { if (error.textContent) check(); });
  if (element.id) scope.inputs.push({ id: element.id, value, check, focus: () => fields[0].focus() });
  return make('div', { class: 'input' }, label, field, error);
}

/** What is wrong with this value, if anything is. */
function problem(element, value, fields) {
  const missing = element.type === 'Input.Toggle' ? value !== (element.valueOn ?? 'true') : value.trim() === '';
  if (fields.some(field => field.validity?.badInput)) return element.errorMessage ?? 'This is not complete.';
  if (missing) return element.isRequired ? element.errorMessage ?? 'This is needed.' : undefined;
  return fits(element, value) ? undefined : element.errorMessage ?? 'This does not fit.';
}

function fits(element, value) {
  switch (element.type) {
    case 'Input.Text': return value.length <= (element.maxLength ?? Infinity) && pattern(element.regex).test(value);
    case 'Input.Number': return Number(value) >= (element.min ?? -Infinity) && Number(value) <= (element.max ?? Infinity);
    case 'Input.Date':
    case 'Input.Time': return value >= (element.min ?? '') && value <= (element.max ?? '~');
    default: return true;
  }
}

/** The pattern of an input; one that a browser cannot read holds nobody up. */
function pattern(regex) {
  try {
    return new RegExp(regex ?? '');
  } catch {
    return /(?:)/;
  }
}

// ---- the kinds

function drawText(element) {
  const attributes = { placeholder: element.placeholder, maxlength: element.maxLength };
  const field = element.isMultiline
    ? make('textarea', { ...attributes, rows: 3 })
    : make('input', { ...attributes, type: TEXT_TYPES[element.style?.toLowerCase()] ?? 'text' });
  field.value = element.value ?? '';
  return { field, value: () => field.value };
}

function drawLine(element, attributes) {
  const field = make('input', { ...attributes, placeholder: element.placeholder });
  field.value = element.value ?? '';
  return { field, value: () => field.value };
}

function drawToggle(element) {
  const on = element.valueOn ?? 'true';
  const box = make('input', { type: 'checkbox' });
  box.checked = element.value === on;
  return {
    field: make('label', { class: 'choice' }, box, make('span', {}, element.title ?? '')),
    fields: [box],
    value: () => box.checked ? on : element.valueOff ?? 'false',
  };
}

function drawChoices(element) {
  const chosen = (element.value ?? '').split(',').map(one => one.trim());
  const choices = element.choices ?? [];
  if (!element.isMultiSelect && element.style?.toLowerCase() !== 'expanded') {
    const field = make('select', {}, make('option', { value: '' }, element.placeholder ?? ''),
      choices.map(choice => make('option', { value: choice.value }, choice.title)));
    field.value = choices.some(choice => choice.value === element.value) ? element.value : '';
    return { field, value: () => field.value };
  }
  const name = `choice-${drawnSoFar}`;
  const fields = choices.map(choice => {
    const box = make('input', { type: element.isMultiSelect ? 'checkbox' : 'radio', name, value: choice.value });
    box.checked = chosen.includes(choice.value);
    return box;
  });
  return {
    field: make('div', { class: 'choices' }, choices.map((choice, i) =>
      make('label', { class: 'choice' }, fields[i], make('span', {}, choice.title)))),
    fields,
    value: () => fields.filter(box => box.checked).map(box => box.value).join(','),
  };
}
