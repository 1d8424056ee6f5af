// Keeps a page current: hears that something changed, fetches the same page again, and changes only what differs, so
// that focus, scroll position and opened details stay. Without scripts the page is complete, only not live.
import { morph } from "./morph.js";

const QUIET_MS = 300; // a burst of events becomes one fetch
const SPACING_MS = 1500; // and there is never more than one fetch in this time
const REFRESH_MS = 60_000; // times to removal move on without events
const STATES = {
  connecting: "Connecting",
  live: "Live",
  paused: "Live updates are interrupted; what you see may be out of date",
};

class LivePage extends HTMLElement {
  connectedCallback() {
    this.status = document.createElement("p");
    this.status.className = "live-status";
    this.status.setAttribute("role", "status");
    document.querySelector("header.site").append(this.status);
    this.show("connecting");
    this.open();
    this.timer = setInterval(() => this.changed(), REFRESH_MS);
    document.addEventListener("visibilitychange", () => !document.hidden && this.missed && this.changed());
  }

  disconnectedCallback() {
    this.status.remove();
    this.source.close();
    clearInterval(this.timer);
  }

  open() {
    this.source = new EventSource("/api/stream");
    for (const name of this.getAttribute("hears").split(" ")) {
      this.source.addEventListener(name, (event) => this.heard(event));
    }
    // What changed while nobody listened was not heard, from the rendering of the page to the first opening too.
    this.source.onopen = () => this.changed();
    this.source.onerror = () => {
      this.show("paused");
      // A refused stream is not tried again by the browser itself.
      if (this.source.readyState === EventSource.CLOSED) setTimeout(() => this.open(), 5000);
    };
  }

  heard(event) {
    const mine = this.getAttribute("trial");
    if (!mine || JSON.parse(event.data).trial === mine) this.changed();
  }

  changed() {
    if (document.hidden) return void (this.missed = true);
    // The answer under way may be older than this change.
    if (this.fetching) return void (this.again = true);
    if (this.waiting) return;
    const wait = Math.max(QUIET_MS, SPACING_MS - (Date.now() - (this.fetchedAt ?? 0)));
    this.waiting = setTimeout(() => this.refresh(), wait);
  }

  async refresh() {
    this.waiting = undefined;
    this.fetching = true;
    this.fetchedAt = Date.now();
    this.missed = this.again = false;
    this.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("live-page");
      const before = this.summary();
      morph(this, fresh);
      const state = this.source.readyState === EventSource.OPEN ? "live" : "paused";
      this.show(state, this.summary() === before ? "" : `Updated. ${this.summary()}`);
    } catch {
      this.show("paused");
    } finally {
      this.fetching = false;
      this.removeAttribute("aria-busy");
      if (this.again) this.changed();
    }
  }

  summary() {
    return this.querySelector("[data-summary]")?.dataset.summary ?? "";
  }

  show(state, announcement = "") {
    const text = STATES[state];
    if (this.status.dataset.state === state && !announcement) return;
    this.status.dataset.state = state;
    const spoken = document.createElement("span");
    spoken.className = "visually-hidden";
    spoken.textContent = announcement;
    this.status.replaceChildren(text, " ", spoken);
  }
}

customElements.define("live-page", LivePage);
