// Makes one element like another with the fewest changes: elements with an id are matched by it, the others by place.

const KEPT = new Map([["DETAILS", "open"], ["LIVE-PAGE", "aria-busy"]]); // belongs to the reader, not to the server

export function morph(old, fresh) {
  attributes(old, fresh);
  const keyed = new Map([...old.children].filter((child) => child.id).map((child) => [child.id, child]));
  let at = old.firstChild;
  for (const next of [...fresh.childNodes]) {
    const match = (next.id && keyed.get(next.id)) || (alike(at, next) ? at : null);
    if (match && match !== at) old.insertBefore(match, at);
    if (!match) {
      old.insertBefore(document.importNode(next, true), at);
      continue;
    }
    at = match.nextSibling;
    if (next.nodeType === Node.ELEMENT_NODE) morph(match, next);
    else if (match.data !== next.data) match.data = next.data;
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}

function alike(old, fresh) {
  return old && old.nodeType === fresh.nodeType && old.nodeName === fresh.nodeName && !old.id && !fresh.id;
}

function attributes(old, fresh) {
  const kept = KEPT.get(old.nodeName);
  for (const { name, value } of [...fresh.attributes]) {
    if (name !== kept && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (name !== kept && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
}
