/* The phone page of a workshop. Plain ES5 for old browsers; text is only ever set as text. */
(function () {
  "use strict";

  var WORDS = /*words*/ {};
  var KEY = "norestore";
  var QUIET_MS = 25000;
  var memory = {};
  var state = { view: null, token: null, code: null, back: false, lost: 0, language: "en", picked: {}, screen: "", heard: 0,
    error: "", busy: false, spoken: "", drafts: {}, saved: "" };
  var source = null;
  var poll = null;

  function t(sentence, details) {
    var text = (WORDS[state.language] || {})[sentence] || sentence;
    for (var name in details || {}) {
      if (details.hasOwnProperty(name)) {
        text = text.split("{" + name + "}").join(String(details[name]));
      }
    }
    return text;
  }

  /* --- what the phone remembers -------------------------------------------------------- */

  function keep(name, value) {
    memory[name] = value;
    try {
      if (value === null) { window.localStorage.removeItem(KEY + name); }
      else { window.localStorage.setItem(KEY + name, value); }
    } catch (full) { /* private windows of old browsers keep nothing */ }
    document.cookie = KEY + name + "=" + (value === null ? "" : encodeURIComponent(value)) +
      "; path=/; SameSite=Strict; max-age=" + (value === null ? 0 : 172800);
  }

  function kept(name) {
    var value = null;
    try { value = window.localStorage.getItem(KEY + name); } catch (none) { value = null; }
    if (!value) {
      var found = document.cookie.match(new RegExp("(?:^|; )" + KEY + name + "=([^;]*)"));
      value = found && found[1] ? decodeURIComponent(found[1]) : null;
    }
    return value || memory[name] || null;
  }

  /* --- building the page ----------------------------------------------------------------- */

  function h(tag, attributes, children) {
    var node = document.createElement(tag);
    for (var name in attributes || {}) {
      if (!attributes.hasOwnProperty(name)) { continue; }
      if (name.slice(0, 2) === "on") { node.addEventListener(name.slice(2), attributes[name]); }
      else if (attributes[name] !== null && attributes[name] !== false) {
        node.setAttribute(name, attributes[name] === true ? "" : attributes[name]);
      }
    }
    children = children === undefined ? [] : [].concat(children);
    for (var i = 0; i < children.length; i += 1) {
      if (children[i] === null || children[i] === "") { continue; }
      node.appendChild(typeof children[i] === "string" ?
        document.createTextNode(children[i]) : children[i]);
    }
    return node;
  }

  function paragraphs(texts) {
    var nodes = [];
    for (var i = 0; i < texts.length; i += 1) { nodes.push(h("p", {}, texts[i])); }
    return nodes;
  }

  function byId(id) { return document.getElementById(id); }

  function show(nodes) {
    var main = byId("main");
    while (main.firstChild) { main.removeChild(main.firstChild); }
    for (var i = 0; i < nodes.length; i += 1) {
      if (nodes[i]) { main.appendChild(nodes[i]); }
    }
  }

  function say(text) {
    if (text && text !== state.spoken) {
      state.spoken = text;
      byId("live").textContent = text;
    }
  }

  function line(text) {
    var node = byId("line");
    /* Said once, and not with every vain try. */
    if (node.textContent !== text) { node.textContent = text; }
    if (text) { node.removeAttribute("hidden"); } else { node.setAttribute("hidden", ""); }
  }

  /* --- talking to the host --------------------------------------------------------------- */

  function request(method, path, message, done) {
    var call = new XMLHttpRequest();
    call.open(method, path, true);
    call.timeout = 15000;
    call.onreadystatechange = function () {
      if (call.readyState !== 4) { return; }
      var answer = {};
      try { answer = JSON.parse(call.responseText); } catch (broken) { answer = {}; }
      done(call.status, answer);
    };
    if (message) { call.setRequestHeader("Content-Type", "application/json"); }
    call.send(message ? JSON.stringify(message) : null);
  }

  function post(kind, message, done) {
    message.language = state.language;
    state.busy = true;
    state.error = "";
    request("POST", "/" + kind, message, function (status, answer) {
      state.busy = false;
      if (status === 401) { forget(answer); return; }
      if (status !== 200) {
        state.error = answer.text || t("The host cannot be reached. Trying again…");
      }
      done(status, answer);
    });
  }

  function where(path) {
    return path + "?token=" + encodeURIComponent(state.token) + "&language=" + state.language;
  }

  function forget(answer) {
    disconnect();
    keep("token", null);
    state.token = null;
    state.view = null;
    state.error = answer.text || "";
    state.back = answer.error === "elsewhere";
    line("");
    render(true);
  }

  function disconnect() {
    if (source) { source.close(); source = null; }
    if (poll) { window.clearTimeout(poll); poll = null; }
  }

  function heard() { state.heard = new Date().getTime(); state.lost = 0; line(""); }

  /* After a second vain try it is no mere hiccup: say what to do. */
  function lost() {
    state.lost += 1;
    line(t("The host cannot be reached. Trying again…") + (state.code && state.lost > 1 ? " " +
      t("The room may have moved. Scan the code on the wall again, choose “I was here before” and enter your return code: {code}",
        { code: state.code }) : ""));
  }

  function take(view) {
    heard();
    state.view = view;
    render(false);
  }

  function connect() {
    disconnect();
    if (!state.token) { return; }
    state.heard = new Date().getTime();
    if (!window.EventSource) { ask(2000); return; }
    source = new window.EventSource(where("/events"));
    source.addEventListener("view", function (event) { take(JSON.parse(event.data)); });
    source.addEventListener("ping", heard);
    source.addEventListener("gone", function () { disconnect(); again(); });
    source.onerror = function () {
      /* When all is over the host may leave, and what is on the phone stays. */
      if (state.view && state.view.phase === "over") { disconnect(); line(""); return; }
      lost();
      /* 2: the browser has given up, as it does when the host answers with an error. */
      if (source && source.readyState === 2) { disconnect(); poll = window.setTimeout(again, 2000); }
    };
  }

  function again() {
    request("GET", where("/view"), null, function (status, answer) {
      if (status === 401) { forget(answer); }
      else if (status === 200) { take(answer); connect(); }
      else { lost(); disconnect(); poll = window.setTimeout(again, 3000); }
    });
  }

  function ask(pause) {
    request("GET", where("/view"), null, function (status, answer) {
      if (status === 401) { forget(answer); return; }
      if (status === 200) { take(answer); }
      else { lost(); }
      poll = window.setTimeout(function () { ask(pause); }, pause);
    });
  }

  function awake() {
    var over = state.view && state.view.phase === "over";
    if (state.token && !over && new Date().getTime() - state.heard > 12000) { connect(); }
  }

  /* --- screens --------------------------------------------------------------------------- */

  /* What somebody has begun to write outlives a new drawing of the page. */
  function draft(id, value) {
    return state.drafts[id] === undefined ? value : state.drafts[id];
  }

  function drafted(event) {
    state.drafts[event.target.id] = event.target.value;
    state.saved = "";
    var node = byId("saved");
    if (node) { node.textContent = ""; }
  }

  function screenWait() {
    return [h("h1", {}, t("Look at the wall."))];
  }

  function errorLine() {
    return h("p", { "class": "error", role: "alert", id: "error" }, state.error);
  }

  function screenJoin() {
    var code = (window.location.search.match(/[?&]c=([A-Za-z]+)/) || ["", ""])[1];
    function join(event) {
      event.preventDefault();
      if (state.busy) { return; }
      post("join", { code: byId("code").value, name: byId("name").value },
        function (status, answer) {
          if (status === 200) { enter(answer, answer.return_code); }
          else { byId("error").textContent = state.error; }
        });
    }
    return [
      h("h1", {}, t("Join the workshop")),
      h("form", { onsubmit: join, autocomplete: "off" }, [
        h("label", { "for": "code" }, t("Code on the wall")),
        h("input", { type: "text", id: "code", value: draft("code", code), oninput: drafted, autocapitalize: "characters",
          autocorrect: "off", spellcheck: "false", maxlength: "20", required: true }),
        h("label", { "for": "name" }, t("Your name (you may leave it empty)")),
        h("input", { type: "text", id: "name", maxlength: "40", oninput: drafted,
          value: draft("name", "") }),
        errorLine(),
        h("button", { type: "submit" }, t("Join"))
      ]),
      h("p", { "class": "facts" }, t("Your vote is secret and is stored without your name.")),
      other(t("I was here before"), "back", true)
    ];
  }

  function enter(answer, code) {
    state.token = answer.token;
    state.code = code;
    state.back = false;
    keep("token", answer.token);
    keep("code", code);
    state.drafts = {};
    connect();
  }

  /* A button to the other of the two ways in; the keyboard goes along into its first field. */
  function other(text, id, back) {
    return h("button", { type: "button", "class": "plain", id: "other", onclick: function () {
      state.back = back;
      state.error = "";
      render(true);
      byId(id).focus();
    } }, text);
  }

  function screenBack() {
    function back(event) {
      event.preventDefault();
      if (state.busy) { return; }
      var code = byId("back").value.toUpperCase();
      post("return", { code: code }, function (status, answer) {
        if (status === 200) { enter(answer, code); }
        else { byId("error").textContent = state.error; }
      });
    }
    return [
      h("h1", {}, t("Welcome back")),
      h("form", { onsubmit: back, autocomplete: "off" }, [
        h("label", { "for": "back" }, t("Your return code")),
        h("input", { type: "text", id: "back", value: draft("back", state.code || ""),
          oninput: drafted, autocapitalize: "characters", autocorrect: "off",
          spellcheck: "false", maxlength: "20", required: true, "aria-describedby": "foot" }),
        h("p", { "class": "facts", id: "foot" }, t("It is at the foot of the page that you had.")),
        errorLine(),
        h("button", { type: "submit" }, t("Come back"))
      ]),
      other(t("I am new here"), "code", false)
    ];
  }

  function showCode() {
    var node = byId("mine");
    node.textContent = state.code ? t("Your return code: {code}", { code: state.code }) : "";
    if (state.code && state.token) { node.removeAttribute("hidden"); }
    else { node.setAttribute("hidden", ""); }
  }

  function screenLobby(view) {
    var nodes = [h("h1", {}, t("You are in.")), h("p", {}, t("It begins soon. Look at the wall."))];
    if (state.code) {
      nodes.push(h("p", { "class": "facts" },
        t("If you lose this page, or the room moves, your return code brings you back.") + " " +
        state.code));
    }
    return nodes.concat(formTeam(view), formName(view));
  }

  function formName(view) {
    function save(event) {
      event.preventDefault();
      post("name", { token: state.token, name: byId("name").value }, saved("name"));
    }
    return [h("form", { onsubmit: save, autocomplete: "off" }, [
      h("label", { "for": "name" }, t("Your name (you may leave it empty)")),
      h("input", { type: "text", id: "name", value: draft("name", view.name), maxlength: "40",
        oninput: drafted }),
      errorLine(),
      h("button", { type: "submit", "class": "plain" }, t("Save")),
      savedLine("name")
    ])];
  }

  function formTeam(view) {
    var options = [];
    for (var team in view.teams) {
      if (view.teams.hasOwnProperty(team)) {
        options.push(h("option", { value: team, selected: team === view.team }, view.teams[team]));
      }
    }
    if (!options.length) { return []; }
    return [
      h("label", { "for": "team" }, t("Your team")),
      h("select", { id: "team", onchange: function () {
        post("team", { token: state.token, team: byId("team").value }, saved(""));
      } }, options)
    ];
  }

  function saved(field) {
    return function (status) {
      var error = byId("error"), node = byId("saved");
      if (error) { error.textContent = state.error; }
      if (status !== 200) { return; }
      state.drafts = {};
      state.saved = field;
      if (node && field) { node.textContent = t("Saved."); }
      say(t("Saved."));
    };
  }

  /* Stays until somebody types on; it is spoken by the live region. */
  function savedLine(field) {
    var told = state.saved === field ? t("Saved.") : "";
    return h("p", { "class": "facts", id: "saved", "aria-hidden": "true" }, told);
  }

  function head(view, title) {
    var scene = view.scene;
    return [
      view.what_if ? h("p", { "class": "note" }, t("What if: the same server, another way.")) : null,
      h("h1", { tabindex: "-1" }, title || scene.title),
      h("p", { "class": "facts" }, [scene.clock + " · " + t("The client has lost") + " ",
        h("span", { "class": "loss" }, scene.client_loss)])
    ];
  }

  function consequence(view) {
    if (!view.scene.consequence.length) { return null; }
    return h("div", { "class": "consequence" }, paragraphs(view.scene.consequence));
  }

  function screenScene(view) {
    var scene = view.scene;
    var nodes = head(view);
    if (view.mode === "solo") { nodes.push(consequence(view)); }
    nodes = nodes.concat(paragraphs(scene.paragraphs));
    if (scene.ended) {
      nodes.push(h("p", { "class": "note" }, t("The story has ended for you. Please wait.")));
      return nodes;
    }
    if (view.tally) { return nodes.concat(bars(view)); }
    return nodes.concat([ballot(view)]);
  }

  function ballot(view) {
    var key = view.ballot + "/" + view.step;
    var mine = state.picked[key];
    if (!mine) {
      mine = state.picked[key] = { choice: view.vote || "", sure: view.confidence };
    }
    var open = view.ballot > 0;
    var options = [], sure = [], status;
    function option(name, value, text, small, checked, picked) {
      var input = h("input", { type: "radio", name: name, value: String(value), checked: checked,
        disabled: !open, onchange: function () {
          picked(value);
          var all = byId("main").querySelectorAll("label.option");
          for (var i = 0; i < all.length; i += 1) {
            all[i].className = all[i].querySelector("input").checked ? "option picked" : "option";
          }
          byId("send").disabled = !mine.choice;
        } });
      return h("label", { "class": checked ? "option picked" : "option" },
        [input, h("span", {}, text)].concat(small));
    }
    for (var i = 0; i < view.scene.options.length; i += 1) {
      var choice = view.scene.options[i];
      options.push(option("choice", choice.id, choice.text, [
        choice.detail ? h("small", {}, choice.detail) : null,
        choice.price ? h("small", {}, choice.price) : null
      ], mine.choice === choice.id, function (value) { mine.choice = value; }));
    }
    var words = [t("unsure"), t("fairly sure"), t("certain")];
    for (var n = 0; n < words.length; n += 1) {
      sure.push(option("sure", n + 1, words[n], [], mine.sure === n + 1,
        function (value) { mine.sure = value; }));
    }
    function send(event) {
      event.preventDefault();
      if (state.busy || !mine.choice) { return; }
      var message = { token: state.token, ballot: view.ballot, step: view.step,
        choice: mine.choice };
      if (mine.sure) { message.confidence = mine.sure; }
      post("vote", message, function () { byId("error").textContent = state.error; });
    }
    if (view.paused) { status = t("The workshop is paused."); }
    else if (!open && view.phase === "closed") { status = t("The vote is closed. Look at the wall."); }
    else if (!open) { status = t("The vote is not open yet. Read, think, talk."); }
    else if (view.vote) { status = t("Your vote is in. You can change it until the vote closes."); }
    else { status = t("The vote is open."); }
    return h("form", { onsubmit: send }, [
      h("fieldset", {}, [h("legend", {}, t("What do you do?"))].concat(options)),
      open ? h("fieldset", { "class": "sure" },
        [h("legend", {}, t("How sure are you? (You may skip this.)"))].concat(sure)) : null,
      h("p", { id: "status", "class": "note" }, status),
      errorLine(),
      open ? h("button", { type: "submit", id: "send", disabled: !mine.choice },
        view.mode === "solo" ? t("Decide") : view.vote ? t("Change my vote") : t("Vote")) : null
    ]);
  }

  function bars(view) {
    var total = 0, nodes = [h("h2", {}, t("How the votes fell"))], i;
    for (i = 0; i < view.tally.length; i += 1) { total += view.tally[i][1]; }
    for (i = 0; i < view.scene.options.length; i += 1) {
      var option = view.scene.options[i], votes = 0;
      for (var j = 0; j < view.tally.length; j += 1) {
        if (view.tally[j][0] === option.id) { votes = view.tally[j][1]; }
      }
      var fill = h("i", { "aria-hidden": "true" });
      fill.style.width = (total ? 100 * votes / total : 0) + "%";
      nodes.push(h("div", { "class": view.vote === option.id ? "bar mine" : "bar" }, [
        fill, h("b", {}, String(votes)), h("span", {}, option.text +
          (view.vote === option.id ? " (" + t("your vote") + ")" : ""))
      ]));
    }
    return nodes;
  }

  function screenConsequence(view) {
    var scene = view.scene;
    var nodes = head(view, scene.ended ? scene.title : t("What came of it"));
    if (view.taken_text) {
      nodes.push(h("p", {}, [t("Chosen:") + " ", h("strong", {}, view.taken_text)]));
    }
    nodes.push(consequence(view));
    if (scene.ended) { nodes = nodes.concat(paragraphs(scene.paragraphs)); }
    nodes.push(h("p", { "class": "note" }, scene.ended ? t("The story has ended.") :
      t("Look at the wall. The next scene comes soon.")));
    return nodes;
  }

  function screenDebrief(view) {
    function save(event) {
      event.preventDefault();
      post("commitment", { token: state.token, text: byId("text").value }, saved("text"));
    }
    var nodes = [
      h("h1", {}, t("Looking back")),
      h("p", {}, t("Talk about it in the room. At the end, write down one thing that you will do.")),
      h("form", { onsubmit: save }, [
        h("label", { "for": "text" }, t("What will you do differently from Monday on?")),
        h("textarea", { id: "text", maxlength: "500", oninput: drafted },
          draft("text", view.commitment)),
        errorLine(),
        h("button", { type: "submit" }, t("Save")),
        savedLine("text")
      ])
    ];
    return nodes.concat(certificate(view));
  }

  function screenOver(view) {
    return [
      h("h1", {}, t("Thank you for taking part.")),
      view.commitment ? h("p", { "class": "consequence" }, view.commitment) : null
    ].concat(certificate(view));
  }

  function certificate(view) {
    var told = view.certificate;
    if (!told) { return []; }
    return [
      h("h2", {}, t("Certificate of attendance")),
      h("dl", { id: "certificate" }, [
        h("dt", {}, t("Name")), h("dd", {}, view.name || "________________"),
        h("dt", {}, t("Content")), h("dd", {}, told.content),
        h("dt", {}, t("Date")), h("dd", {}, told.date),
        h("dt", {}, t("Duration")), h("dd", {}, told.duration),
        h("dt", {}, t("Provider")), h("dd", {}, told.provider || "________________")
      ]),
      h("button", { type: "button", "class": "plain", onclick: function () { window.print(); } },
        t("Print or save"))
    ].concat(view.phase === "over" ? [] : formName(view));
  }

  function spoken(view) {
    if (view.paused) { return t("The workshop is paused."); }
    if (view.phase === "voting" && view.ballot) {
      return view.vote ? t("Your vote is in. You can change it until the vote closes.") :
        t("The vote is open.") + " " + view.scene.title;
    }
    if (view.phase === "closed") { return t("The vote is closed. Look at the wall."); }
    if (view.phase === "revealed") { return t("How the votes fell"); }
    if (view.phase === "debrief") { return t("Looking back"); }
    return view.scene ? view.scene.title : "";
  }

  var SCREENS = { lobby: screenLobby, consequence: screenConsequence, debrief: screenDebrief,
    over: screenOver };

  function typing() {
    var active = document.activeElement;
    return active && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName) && active.type !== "radio";
  }

  function render(anew) {
    var view = state.view, build;
    document.documentElement.lang = state.language;
    byId("language").textContent = state.language === "de" ? "English" : "Deutsch";
    byId("language").lang = state.language === "de" ? "en" : "de";
    showCode();
    if (!view) {
      state.screen = "join";
      show(state.back ? screenBack() : screenJoin());
      return;
    }
    byId("title").textContent = view.title + " · " +
      t("No. {number}", { number: view.participant.slice(1) });
    build = SCREENS[view.phase] || screenScene;
    if (!view.scene && build !== screenLobby && build !== screenDebrief && build !== screenOver) {
      build = screenWait;
    }
    /* What somebody is typing must not vanish because somebody else did something. */
    if (!anew && state.screen === view.phase && typing()) { return; }
    var focused = document.activeElement && document.activeElement.name === "choice" ?
      document.activeElement.value : null;
    if (state.screen !== view.phase) { state.error = ""; }
    state.screen = view.phase;
    show(build(view));
    if (focused !== null) {
      var again = byId("main").querySelectorAll("input[name=choice]");
      for (var i = 0; i < again.length; i += 1) {
        if (again[i].value === focused && !again[i].disabled) { again[i].focus(); }
      }
    }
    say(spoken(view));
  }

  /* --- beginning ------------------------------------------------------------------------- */

  byId("language").addEventListener("click", function () {
    state.language = state.language === "de" ? "en" : "de";
    keep("language", state.language);
    state.error = "";
    render(true);
    connect();
  });
  state.language = kept("language") ||
    (/^de/i.test(navigator.language || navigator.userLanguage || "") ? "de" : "en");
  state.token = kept("token");
  state.code = kept("code");
  render(true);
  connect();
  window.setInterval(function () {
    if (state.token && source && new Date().getTime() - state.heard > QUIET_MS) { connect(); }
  }, 5000);
  document.addEventListener("visibilitychange", awake);
  window.addEventListener("pageshow", awake);
  window.addEventListener("online", awake);
}());
