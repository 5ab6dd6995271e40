// The page of phones. The server sends each phone whole whenever it changes; here it is compared
// with what is shown, so that scrolling, focus and half-written words stay where they were.

const GLOUCESTER = { latitude: 51.8642, longitude: -2.238 };
const ZONE = "Europe/London";
const NEAR_THE_END = 60;
const FACES = ["#0b6b5d", "#8a4b08", "#5b4bb5", "#a1315f", "#2b6193", "#4f6b1d"];
const STATES = {
  running: "Running",
  starting: "Starting",
  cut: "Power is off",
  crashed: "Stopped by itself; starting again",
  broken: "Would not start: see its log",
  lost: "The demo has gone: run “make demo” again",
};

const $ = (selector, within = document) => within.querySelector(selector);
const phones = new Map();
let ahead = 0;

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

async function post(path, body = {}) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) toast("That did not work. Try again.");
    return answer.ok;
  } catch {
    toast("The demo does not answer.");
    return false;
  }
}

const flashes = new Map();
function flash(element, words) {
  element.textContent = words;
  clearTimeout(flashes.get(element));
  flashes.set(element, setTimeout(() => { element.textContent = ""; }, 4000));
}

function toast(words) {
  flash($("#toast"), words);
}

// One phone.

class Phone {
  constructor(shown) {
    this.key = shown.key;
    this.items = new Map();
    this.notices = shown.notices?.length ?? 0;
    this.element = $("#phone").content.cloneNode(true).firstElementChild;
    this.element.id = `phone-${shown.key}`;
    this.element.dataset.channel = shown.channel;
    this.element.setAttribute("aria-labelledby", `name-${shown.key}`);
    this.talk = $(".talk", this.element);
    this.list = $("ol", this.talk);
    this.atEnd = true;
    this.box = $("textarea", this.element);
    const face = $(".face", this.element);
    face.textContent = shown.name[0].toUpperCase();
    face.style.setProperty("--face", FACES[phones.size % FACES.length]);
    $("h2", this.element).id = `name-${shown.key}`;
    $("h2", this.element).textContent = shown.name;
    $("header p", this.element).textContent = shown.role || shown.number || "";
    $(".channel", this.element).textContent = shown.channel === "sms" ? "Text message" : "Telegram";
    this.box.id = `write-${shown.key}`;
    this.box.placeholder = shown.channel === "sms" ? "Text message" : "Message";
    const label = $("label", this.element);
    label.htmlFor = this.box.id;
    label.textContent = `Write as ${shown.name}`;
    this.talk.setAttribute("aria-label", `${shown.name}’s messages`);
    this.tab = make("button", { type: "button" }, shown.name);
    this.listen();
  }

  listen() {
    $(".replying button", this.element).addEventListener("click", () => this.reply(null));
    $("form", this.element).addEventListener("submit", (event) => {
      event.preventDefault();
      this.say(this.box.value);
    });
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.say(this.box.value);
      }
    });
    // Only the phone in hand is read aloud: four at once would talk over one another.
    this.element.addEventListener("focusin", () => this.talk.setAttribute("aria-live", "polite"));
    this.element.addEventListener("focusout", () => this.talk.setAttribute("aria-live", "off"));
    this.tab.addEventListener("click", () => {
      this.element.scrollIntoView({ inline: "center", block: "nearest" });
    });
    // Whoever has read to the end stays at the end, also when the phone changes its height.
    this.talk.addEventListener("scroll", () => {
      if (this.talk.clientWidth !== this.width) return; // the page made room: no hand moved it
      this.atEnd = this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight < NEAR_THE_END;
    }, { passive: true });
    new ResizeObserver(() => this.settle()).observe(this.talk);
  }

  settle() {
    this.width = this.talk.clientWidth;
    if (this.atEnd) this.talk.scrollTop = this.talk.scrollHeight;
  }

  // A pressed button may vanish. By keyboard the focus then goes to the box, and is not lost; by
  // touch it stays, since a phone would bring up its keyboard.
  handOver(event) {
    if (event.detail === 0) this.box.focus({ preventScroll: true });
  }

  async say(text) {
    if (!text.trim()) return;
    this.atEnd = true;
    const reply_to = this.replyingTo;
    if (await this.post("say", { text, reply_to })) {
      if (this.box.value === text) this.box.value = "";
      this.reply(null);
    }
  }

  reply(message) {
    this.replyingTo = message?.id ?? null;
    $(".replying", this.element).hidden = !message;
    $(".replying span", this.element).textContent = message?.text ?? "";
    if (message) this.box.focus({ preventScroll: true });
  }

  post(act, body) {
    return post(`/phones/${this.key}/${act}`, body);
  }

  draw(shown) {
    const grew = this.drawMessages(shown);
    this.drawTries(shown);
    this.drawKeyboard(shown.keyboard ?? []);
    this.drawCommands(shown);
    this.settle();
    if (grew && !this.inSight()) this.count((this.unread ?? 0) + 1);
    const notices = shown.notices ?? [];
    if (notices.length > this.notices) flash($(".notice", this.element), notices.at(-1));
    this.notices = notices.length;
  }

  drawMessages(shown) {
    const wanted = new Map();
    let day = "";
    this.threads = shown.threads ?? 1;
    for (const message of shown.messages) {
      const date = new Date(message.at);
      const its = date.toLocaleDateString("en-GB", { timeZone: ZONE, weekday: "long", day: "numeric", month: "long" });
      if (its !== day) wanted.set(`day ${its}`, { day: its });
      day = its;
      wanted.set(message.id, message);
    }
    if (!wanted.size) wanted.set("empty", { empty: "Nothing said yet" });
    for (const [id, item] of this.items) {
      if (!wanted.has(id)) {
        item.element.remove();
        this.items.delete(id);
      }
    }
    let grew = false;
    let place = this.list.firstElementChild;
    for (const [id, message] of wanted) {
      const drawn = JSON.stringify([message, this.threads > 1]);
      let item = this.items.get(id);
      if (!item || item.drawn !== drawn) {
        const element = this.drawItem(message);
        if (item) {
          if (item.element === place) place = element;
          item.element.replaceWith(element);
        }
        else grew ||= message.mine === false;
        item = { element, drawn };
        this.items.set(id, item);
      }
      if (item.element !== place) this.list.insertBefore(item.element, place);
      else place = place.nextElementSibling;
    }
    return grew;
  }

  drawItem(message) {
    if (message.day) return make("li", { className: "day" }, message.day);
    if (message.empty) return make("li", { className: "empty" }, message.empty);
    const words = make("div", { className: "words" });
    if (message.quoted) words.append(make("div", { className: "quoted" }, message.quoted));
    words.append(message.kind === "text" ? message.text : `(${message.kind}) ${message.text}`);
    const bubble = make("li", { className: message.mine ? "bubble mine" : "bubble" }, words);
    for (const row of message.buttons) bubble.append(this.drawRow(row, message.id));
    if (message.reaction) bubble.append(make("div", { className: "reaction", title: "Reaction", ariaLabel: `Reaction: ${message.reaction}`, role: "img" }, message.reaction));
    bubble.append(this.drawSmall(message));
    return bubble;
  }

  drawSmall(message) {
    const small = make("div", { className: "small" });
    const at = new Date(message.at);
    small.append(make("time", { dateTime: message.at },
      at.toLocaleTimeString("en-GB", { timeZone: ZONE, hour: "2-digit", minute: "2-digit" })));
    if (message.edited) small.append(make("span", {}, "edited"));
    if (message.silent) small.append(make("span", { title: "Delivered without a sound" }, "silent"));
    if (!message.mine && message.segments > 1) small.append(make("span", {}, `${message.segments} texts long`));
    if (this.threads > 1) small.append(make("span", {}, `${message.mine ? "to" : "from"} …${message.line.slice(-6)}`));
    if (!message.mine && (this.element.dataset.channel === "telegram" || this.threads > 1)) {
      const reply = make("button", { type: "button", className: "reply" }, "Reply");
      reply.addEventListener("click", () => this.reply(message));
      small.append(reply);
    }
    if (message.mine) {
      const [mark, meaning] = {
        delivered: ["✓✓", "The service has it"],
        lost: ["not delivered", "The service was not there"],
      }[message.status] ?? ["✓", "On its way"];
      small.append(make("span", { className: message.status, title: meaning, ariaLabel: meaning, role: "img" }, mark));
    }
    return small;
  }

  drawRow(row, message) {
    return make("div", { className: "row" }, ...row.map((button) => {
      const element = make("button", { type: "button" }, button.text);
      element.addEventListener("click", (event) => {
        this.atEnd = true;
        this.handOver(event);
        if (button.url) window.open(button.url, "_blank", "noopener");
        else if (button.asks) this.post(button.asks, button.asks === "location" ? GLOUCESTER : {});
        else this.post("press", { button: button.text, message });
      });
      return element;
    }));
  }

  drawTries(shown) {
    const tries = $(".tries", this.element);
    const fresh = !shown.messages.some((message) => message.mine);
    if (Boolean(tries.childElementCount) === fresh) return;
    tries.replaceChildren(...(fresh ? shown.tries : []).map((text) => {
      const button = make("button", { type: "button" }, text);
      button.addEventListener("click", (event) => { this.handOver(event); this.say(text); });
      return button;
    }));
  }

  drawKeyboard(rows) {
    const drawn = JSON.stringify(rows);
    if (drawn === this.keyboard) return;
    this.keyboard = drawn;
    $(".keyboard", this.element).replaceChildren(...rows.map((row) => this.drawRow(row, null)));
  }

  drawCommands(shown) {
    const commands = shown.commands ?? [];
    const drawn = JSON.stringify(commands);
    if (drawn === this.commands) return;
    this.commands = drawn;
    const act = (words, what) => {
      const button = make("button", { type: "button" }, words);
      button.addEventListener("click", (event) => {
        $(".more", this.element).open = false;
        this.handOver(event);
        this.atEnd = true;
        what();
      });
      return button;
    };
    $(".commands", this.element).replaceChildren(
      ...commands.map(([command, description]) => act(`/${command}: ${description}`, () => this.say(`/${command}`))),
      act("Share a place in Gloucester", () => this.post("location", GLOUCESTER)),
      act("Share my contact", () => this.post("contact")),
    );
  }

  inSight() {
    const view = $("#phones").getBoundingClientRect();
    const mine = this.element.getBoundingClientRect();
    return mine.right > view.left + 40 && mine.left < view.right - 40;
  }

  count(unread) {
    this.unread = unread;
    $(".unread", this.tab)?.remove();
    if (unread) this.tab.append(make("span", { className: "unread", ariaLabel: `${unread} new`, role: "img" }, unread));
  }
}

function drawPhone(shown) {
  let phone = phones.get(shown.key);
  if (!phone) {
    phone = new Phone(shown);
    phones.set(shown.key, phone);
    $("#phones").append(phone.element);
    $("#tabs").append(phone.tab);
    phone.draw(shown);
    markTabs();
    phone.count(0);
    return;
  }
  phone.draw(shown);
}

function markTabs() {
  for (const phone of phones.values()) {
    const seen = phone.inSight();
    phone.tab.setAttribute("aria-current", String(seen));
    if (seen && phone.unread) phone.count(0);
  }
}
$("#phones").addEventListener("scroll", markTabs, { passive: true });
addEventListener("resize", markTabs);

// The service, its clock and its troubles.

function drawService(state, kills = 0) {
  const cuts = kills ? ` · ${kills} power ${kills === 1 ? "cut" : "cuts"}` : "";
  $("#service").dataset.state = state;
  $("#service-words").textContent = STATES[state] + cuts;
  $("#cut").disabled = state !== "running";
}

function drawClock() {
  const now = new Date(Date.now() + ahead);
  $("#clock").dateTime = now.toISOString();
  $("#clock").textContent = now.toLocaleString("en-GB", {
    timeZone: ZONE, weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit",
  });
}

function drawStatus(status) {
  drawService(status.state, status.kills);
  $("#service").title = `Log: ${status.log}`;
  ahead = new Date(status.now) - Date.now();
  drawClock();
  for (const input of $("#misbehave").querySelectorAll("input")) {
    if (input !== document.activeElement) input.value = status.misbehaviour[input.name];
    input.nextElementSibling.textContent = `${Math.round(input.value * 100)}%`;
  }
}
setInterval(drawClock, 1000);

for (const button of document.querySelectorAll("[data-seconds]")) {
  button.addEventListener("click", () => post("/clock", { seconds: Number(button.dataset.seconds) }));
}
$("#cut").addEventListener("click", () => post("/power-cut"));
$("#misbehave").addEventListener("input", (event) => {
  event.target.nextElementSibling.textContent = `${Math.round(event.target.value * 100)}%`;
});
$("#misbehave").addEventListener("change", (event) => {
  post("/misbehave", Object.fromEntries(new FormData(event.currentTarget)));
});
$("#add").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  if (await post("/phones", Object.fromEntries(new FormData(form)))) {
    form.reset();
    form.parentElement.open = false;
  }
});

// A menu closes on Escape and on a press outside it.
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const open of document.querySelectorAll(".drop[open]")) {
    open.open = false;
    $("summary", open).focus();
  }
});
addEventListener("pointerdown", (event) => {
  for (const open of document.querySelectorAll(".drop[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});
if (matchMedia("(max-width: 46rem)").matches) $(".guide").open = false;

const events = new EventSource("/events");
events.addEventListener("phone", (event) => drawPhone(JSON.parse(event.data)));
events.addEventListener("status", (event) => drawStatus(JSON.parse(event.data)));
events.addEventListener("error", () => drawService("lost"));
