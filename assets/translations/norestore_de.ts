<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutScreen</name>
    <message>
        <source>About and licences</source>
        <translation>Über das Spiel, Lizenzen</translation>
    </message>
    <message>
        <source>Version {version}. MIT License.</source>
        <translation>Version {version}. MIT-Lizenz.</translation>
    </message>
    <message>
        <source>A training game about risk for people who look after other people&apos;s computers. The cases follow published damage events; persons and firms are made up.</source>
        <translation>Ein Lernspiel über Risiken für alle, die sich um die Computer anderer Leute kümmern. Die Fälle folgen veröffentlichten Schadensfällen; Personen und Firmen sind erfunden.</translation>
    </message>
    <message>
        <source>The law and the insurance in it are a teaching model of German law. It is no legal advice.</source>
        <translation>Recht und Versicherung sind hier ein Lehrmodell des deutschen Rechts und keine Rechtsberatung.</translation>
    </message>
    <message>
        <source>Everything stays on this computer, and there is no account. The game uses the network only where you ask for it: to hold or join a workshop, and to send results to a learning record store.</source>
        <translation>Alles bleibt auf diesem Rechner, und ein Konto gibt es nicht. Ins Netz geht das Spiel nur, wo Sie es wollen: um einen Workshop zu leiten oder daran teilzunehmen und um Ergebnisse an einen Learning Record Store zu senden.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Entstanden mit</translation>
    </message>
    <message>
        <source>Licence of the typefaces</source>
        <translation>Lizenz der Schriften</translation>
    </message>
    <message>
        <source>Qt for Python and Qt are used under the GNU Lesser General Public License, version 3. They are separate files in the game&apos;s folder, which you may replace by your own versions.</source>
        <translation>Qt für Python und Qt werden unter der GNU Lesser General Public License, Version 3, verwendet. Sie liegen als eigene Dateien im Ordner des Spiels, und Sie dürfen sie durch eigene Fassungen ersetzen.</translation>
    </message>
    <message>
        <source>Their licences and the place of their source are in the folder {folder}.</source>
        <translation>Ihre Lizenzen und der Ort ihrer Quelltexte stehen im Ordner {folder}.</translation>
    </message>
    <message>
        <source>What this download is made of</source>
        <translation>Woraus dieses Programm besteht</translation>
    </message>
    <message>
        <source>The window, its drawing, and its input.</source>
        <translation>Das Fenster, sein Bild und seine Eingaben.</translation>
    </message>
    <message>
        <source>The language.</source>
        <translation>Die Programmiersprache.</translation>
    </message>
    <message>
        <source>The arithmetic of the review.</source>
        <translation>Die Arithmetik der Auswertung.</translation>
    </message>
    <message>
        <source>The graph of a story.</source>
        <translation>Der Graph einer Geschichte.</translation>
    </message>
    <message>
        <source>Reading case files.</source>
        <translation>Das Lesen der Falldateien.</translation>
    </message>
    <message>
        <source>Checking case files.</source>
        <translation>Das Prüfen der Falldateien.</translation>
    </message>
    <message>
        <source>Finding the folder for saves.</source>
        <translation>Das Finden des Ordners für Spielstände.</translation>
    </message>
    <message>
        <source>The web pages of a workshop.</source>
        <translation>Die Webseiten eines Workshops.</translation>
    </message>
    <message>
        <source>The code that a phone reads to join.</source>
        <translation>Der Code, den ein Telefon zum Beitreten liest.</translation>
    </message>
    <message>
        <source>The typefaces, © 2017 IBM Corp.</source>
        <translation>Die Schriften, © 2017 IBM Corp.</translation>
    </message>
    <message>
        <source>The typeface for easy reading, © 2019 Abbie Gonzalez.</source>
        <translation>Die Schrift für leichteres Lesen, © 2019 Abbie Gonzalez.</translation>
    </message>
</context>
<context>
    <name>AfterPanel</name>
    <message>
        <source>Who gets a certificate</source>
        <translation>Wer eine Bescheinigung bekommt</translation>
    </message>
    <message>
        <source>Surname and first name</source>
        <translation>Name und Vorname</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Another line</source>
        <translation>Noch eine Zeile</translation>
    </message>
    <message>
        <source>Delete the line</source>
        <translation>Zeile löschen</translation>
    </message>
    <message>
        <source>Save everything…</source>
        <translation>Alles speichern …</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Send to a learning record store…</source>
        <translation>An einen Learning Record Store …</translation>
    </message>
    <message>
        <source>Delete all personal data…</source>
        <translation>Personenbezogene Daten löschen …</translation>
    </message>
    <message>
        <source>Save everything in which folder?</source>
        <translation>In welchem Ordner soll alles gespeichert werden?</translation>
    </message>
    <message>
        <source>Saved in {folder}: {files}</source>
        <translation>Gespeichert in {folder}: {files}</translation>
    </message>
    <message>
        <source>The figures are being worked out…</source>
        <translation>Die Zahlen werden berechnet …</translation>
    </message>
    <message>
        <source>Delete them now</source>
        <translation>Jetzt löschen</translation>
    </message>
    <message>
        <source>Names, devices and commitments are deleted from this computer for good. Votes stay; they are stored without names. Saved files stay as well.</source>
        <translation>Namen, Geräte und Vorsätze werden endgültig von diesem Rechner gelöscht. Stimmen bleiben; sie sind ohne Namen gespeichert. Auch gespeicherte Dateien bleiben.</translation>
    </message>
    <message>
        <source>Delete all personal data?</source>
        <translation>Personenbezogene Daten löschen?</translation>
    </message>
    <message>
        <source>All personal data is deleted.</source>
        <translation>Alle personenbezogenen Daten sind gelöscht.</translation>
    </message>
    <message>
        <source>This was not saved</source>
        <translation>Das wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>What the workshop leaves</source>
        <translation>Was vom Workshop bleibt</translation>
    </message>
    <message>
        <source>One folder with the report (PDF), tables (CSV), statements (xAPI) and a certificate for everybody below. Phones can still print their own.</source>
        <translation>Ein Ordner mit Bericht (PDF), Tabellen (CSV), Aussagen (xAPI) und je einer Bescheinigung für die unten Genannten. Telefone können ihre noch selbst drucken.</translation>
    </message>
</context>
<context>
    <name>AuthorScreen</name>
    <message>
        <source>Author view</source>
        <translation>Autorenansicht</translation>
    </message>
    <message>
        <source>Nodes and what leads on from them</source>
        <translation>Knoten und was von ihnen weiterführt</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Find a node</source>
        <translation>Knoten suchen</translation>
    </message>
    <message>
        <source>Find a node by id or title</source>
        <translation>Knoten nach Kennung oder Titel suchen</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Wärmebild</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Problems ({n})</source>
        <translation>Probleme ({n})</translation>
    </message>
    <message>
        <source>The file is broken; the graph is the last good one.</source>
        <translation>Die Datei ist beschädigt; der Graph zeigt die letzte gültige Fassung.</translation>
    </message>
    <message>
        <source>The file is broken.</source>
        <translation>Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>Looking for problems…</source>
        <translation>Probleme werden gesucht …</translation>
    </message>
    <message>
        <source>Followed as you save: {file}</source>
        <translation>Folgt jedem Speichern: {file}</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>Szenario öffnen</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>ending, saved</source>
        <translation>Ende, gerettet</translation>
    </message>
    <message>
        <source>ending, mixed</source>
        <translation>Ende, gemischt</translation>
    </message>
    <message>
        <source>ending, lost</source>
        <translation>Ende, verloren</translation>
    </message>
</context>
<context>
    <name>AuthorTools</name>
    <message>
        <source>Nothing can happen there</source>
        <translation>Dort kann nichts geschehen</translation>
    </message>
    <message>
        <source>This test play began with values of your own. A review needs the way from the first scene on: choose a way in the author view and leave its values as they are.</source>
        <translation>Dieses Probespiel begann mit eigenen Werten. Eine Auswertung braucht den Weg von der ersten Szene an: Wählen Sie in der Autorenansicht einen Weg und lassen Sie seine Werte, wie sie sind.</translation>
    </message>
    <message>
        <source>There is no review</source>
        <translation>Es gibt keine Auswertung</translation>
    </message>
    <message>
        <source>Play on</source>
        <translation>Weiterspielen</translation>
    </message>
    <message>
        <source>From the start of the test</source>
        <translation>Vom Anfang der Probe an</translation>
    </message>
    <message>
        <source>Back to the author view</source>
        <translation>Zurück zur Autorenansicht</translation>
    </message>
    <message>
        <source>Test play (nothing of it is saved)</source>
        <translation>Probespiel (nichts davon wird gespeichert)</translation>
    </message>
</context>
<context>
    <name>BriefingScreen</name>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Server number</source>
        <translation>Servernummer</translation>
    </message>
    <message>
        <source>As an examination</source>
        <translation>Als Prüfung</translation>
    </message>
    <message>
        <source>Take the call</source>
        <translation>Anruf annehmen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Full service. You owe careful work, not a result (§ 611 BGB).</source>
        <translation>Vollbetreuung. Sie schulden sorgfältige Arbeit, keinen Erfolg (§ 611 BGB).</translation>
    </message>
    <message>
        <source>Contract for works. You owe the result (§ 631 BGB).</source>
        <translation>Werkvertrag. Sie schulden den Erfolg (§ 631 BGB).</translation>
    </message>
    <message>
        <source>None. You are liable without limit.</source>
        <translation>Keine. Sie haften unbegrenzt.</translation>
    </message>
    <message>
        <source>{amount}, in your standard terms. Courts let such a clause stand only in part.</source>
        <translation>{amount}, in Ihren AGB. Vor Gericht hält eine solche Klausel nur zum Teil.</translation>
    </message>
    <message>
        <source>{amount}, negotiated. It does not hold for gross negligence.</source>
        <translation>{amount}, ausgehandelt. Bei grober Fahrlässigkeit gilt sie nicht.</translation>
    </message>
    <message>
        <source>Your contract</source>
        <translation>Ihr Vertrag</translation>
    </message>
    <message>
        <source>Limit of liability</source>
        <translation>Haftungsbegrenzung</translation>
    </message>
    <message>
        <source>No insurance</source>
        <translation>Keine Versicherung</translation>
    </message>
    <message>
        <source>Small policy</source>
        <translation>Kleine Police</translation>
    </message>
    <message>
        <source>Solid policy</source>
        <translation>Solide Police</translation>
    </message>
    <message>
        <source>Hard mode</source>
        <translation>Schwerer Modus</translation>
    </message>
    <message>
        <source>{amount} a year</source>
        <translation>{amount} im Jahr</translation>
    </message>
    <message>
        <source>Whatever you owe the client, you pay yourself, and your lawyer too.</source>
        <translation>Was Sie dem Kunden schulden, zahlen Sie selbst, und Ihren Anwalt dazu.</translation>
    </message>
    <message>
        <source>Pays up to {amount} for each claim</source>
        <translation>Zahlt bis zu {amount} je Schadensfall</translation>
    </message>
    <message>
        <source>but for purely financial loss at most {amount}</source>
        <translation>bei reinen Vermögensschäden aber höchstens {amount}</translation>
    </message>
    <message>
        <source>Your deductible: {percent} % of the payment, {low} to {high}.</source>
        <translation>Ihr Selbstbehalt: {percent} % der Leistung, {low} bis {high}.</translation>
    </message>
    <message>
        <source>Your deductible: {amount}.</source>
        <translation>Ihr Selbstbehalt: {amount}.</translation>
    </message>
    <message>
        <source>Your professional indemnity insurance</source>
        <translation>Ihre Berufshaftpflichtversicherung</translation>
    </message>
    <message>
        <source>Which server</source>
        <translation>Welcher Server</translation>
    </message>
    <message>
        <source>The same number hides the same faults. Leave it empty for a new server.</source>
        <translation>Hinter derselben Nummer stecken dieselben Fehler. Bleibt das Feld leer, kommt ein neuer Server.</translation>
    </message>
    <message>
        <source>For practice, or for the record</source>
        <translation>Zum Üben oder als Nachweis</translation>
    </message>
    <message>
        <source>No undo and no hints; play screen, review and certificate say so.</source>
        <translation>Ohne Zurücknehmen und ohne Hinweise; Spiel, Auswertung und Bescheinigung weisen es aus.</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>Lagebesprechung</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>The story ends here. The bill does not.</source>
        <translation>Die Geschichte endet hier. Die Rechnung kommt noch.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open the client&apos;s letter</source>
        <translation>Brief des Kunden öffnen</translation>
    </message>
    <message>
        <source>What do you do?</source>
        <translation>Was tun Sie?</translation>
    </message>
    <message>
        <source>Keys 1 to {n}</source>
        <translation>Tasten 1 bis {n}</translation>
    </message>
    <message>
        <source>it costs the client {amount}</source>
        <translation>es kostet den Kunden {amount}</translation>
    </message>
    <message>
        <source>it gives the client {amount}</source>
        <translation>es bringt dem Kunden {amount}</translation>
    </message>
    <message>
        <source>it costs you {amount}</source>
        <translation>es kostet Sie {amount}</translation>
    </message>
    <message>
        <source>it gives you {amount}</source>
        <translation>es bringt Ihnen {amount}</translation>
    </message>
</context>
<context>
    <name>ClaimScreen</name>
    <message>
        <source>The client&apos;s loss</source>
        <translation>Schaden des Kunden</translation>
    </message>
    <message>
        <source>Justified claim</source>
        <translation>Berechtigter Anspruch</translation>
    </message>
    <message>
        <source>The insurer pays</source>
        <translation>Der Versicherer zahlt</translation>
    </message>
    <message>
        <source>You pay</source>
        <translation>Sie zahlen</translation>
    </message>
    <message>
        <source>Every step with amount, reason and source</source>
        <translation>Jeder Schritt mit Betrag, Grund und Quelle</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Show every step as a table</source>
        <translation>Alle Schritte als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Review your decisions</source>
        <translation>Ihre Entscheidungen auswerten</translation>
    </message>
    <message>
        <source>Back to the story</source>
        <translation>Zurück zur Geschichte</translation>
    </message>
    <message>
        <source>The claim</source>
        <translation>Die Forderung</translation>
    </message>
    <message>
        <source>No claim is made</source>
        <translation>Es wird nichts gefordert</translation>
    </message>
    <message>
        <source>{rest} of the claim is fended off.</source>
        <translation>{rest} der Forderung werden abgewehrt.</translation>
    </message>
    <message>
        <source>The client claims {claim} from you.</source>
        <translation>Der Kunde fordert {claim} von Ihnen.</translation>
    </message>
    <message>
        <source>The client claims nothing from you.</source>
        <translation>Der Kunde fordert nichts von Ihnen.</translation>
    </message>
    <message>
        <source>Fending off the rest costs another {defence}.</source>
        <translation>Die Abwehr des Rests kostet weitere {defence}.</translation>
    </message>
    <message>
        <source>All of it for your own hours and outlays.</source>
        <translation>Alles für eigene Stunden und Auslagen.</translation>
    </message>
    <message>
        <source>All of it for the claim.</source>
        <translation>Alles für die Forderung.</translation>
    </message>
    <message>
        <source>{own} for your own hours and outlays, less {back} paid back to you.</source>
        <translation>{own} für eigene Stunden und Auslagen, abzüglich {back}, die Sie zurückbekommen.</translation>
    </message>
    <message>
        <source>{own} for your own hours and outlays, plus {rest} for the claim.</source>
        <translation>{own} für eigene Stunden und Auslagen, dazu {rest} für die Forderung.</translation>
    </message>
    <message>
        <source>{own} for your own hours and outlays, plus {rest} for the claim, less {back} paid back to you.</source>
        <translation>{own} für eigene Stunden und Auslagen, dazu {rest} für die Forderung, abzüglich {back}, die Sie zurückbekommen.</translation>
    </message>
    <message>
        <source>The client&apos;s management</source>
        <translation>Die Geschäftsführung des Kunden</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>Fall abgeschlossen</translation>
    </message>
    <message>
        <source>We have looked at what happened to our systems. We make no claim against you and regard the matter as closed.</source>
        <translation>Wir haben geprüft, was mit unseren Systemen geschehen ist. Wir erheben keine Ansprüche gegen Sie und betrachten die Angelegenheit als erledigt.</translation>
    </message>
    <message>
        <source>Claim for damages</source>
        <translation>Schadensersatzforderung</translation>
    </message>
    <message>
        <source>Since {date} our systems have failed while they were in your care. We hold you responsible and put our damage at:</source>
        <translation>Seit dem {date} sind unsere Systeme, die in Ihrer Obhut stehen, ausgefallen. Wir machen Sie dafür verantwortlich und beziffern unseren Schaden wie folgt:</translation>
    </message>
    <message>
        <source>We claim</source>
        <translation>Wir fordern</translation>
    </message>
    <message>
        <source>Please confirm within two weeks that you will pay this amount.</source>
        <translation>Bitte bestätigen Sie uns innerhalb von zwei Wochen, dass Sie diesen Betrag zahlen werden.</translation>
    </message>
    <message>
        <source>No insurer</source>
        <translation>Kein Versicherer</translation>
    </message>
    <message>
        <source>There is nobody to write to</source>
        <translation>Es gibt niemanden, dem Sie schreiben könnten</translation>
    </message>
    <message>
        <source>You have no professional indemnity insurance. Nobody examines the claim for you, nobody fends off the unjustified part, and nobody pays the justified one.</source>
        <translation>Sie haben keine Berufshaftpflichtversicherung. Niemand prüft die Forderung für Sie, niemand wehrt den unberechtigten Teil ab, und niemand zahlt den berechtigten.</translation>
    </message>
    <message>
        <source>Your insurer · {policy}</source>
        <translation>Ihr Versicherer · {policy}</translation>
    </message>
    <message>
        <source>The insurer&apos;s answer</source>
        <translation>Die Antwort des Versicherers</translation>
    </message>
    <message>
        <source>Your policy is in force.</source>
        <translation>Ihr Versicherungsvertrag ist in Kraft.</translation>
    </message>
    <message>
        <source>Sum insured</source>
        <translation>Versicherungssumme</translation>
    </message>
    <message>
        <source>Sublimit for pure financial loss</source>
        <translation>Sublimit für reine Vermögensschäden</translation>
    </message>
    <message>
        <source>You bear {amount} yourself.</source>
        <translation>Sie tragen {amount} selbst.</translation>
    </message>
    <message>
        <source>You bear</source>
        <translation>Sie tragen</translation>
    </message>
    <message>
        <source>No claim has been made, so there is nothing to settle.</source>
        <translation>Es wurde keine Forderung erhoben; zu regulieren ist also nichts.</translation>
    </message>
    <message>
        <source>Of the {claim} claimed, {justified} are justified.</source>
        <translation>Von den geforderten {claim} sind {justified} berechtigt.</translation>
    </message>
    <message>
        <source>From the loss to who pays</source>
        <translation>Vom Schaden zu dem, der zahlt</translation>
    </message>
    <message>
        <source>Select a step to read its reason. Up and Down move from step to step.</source>
        <translation>Wählen Sie einen Schritt, um seinen Grund zu lesen. Auf und Ab führen von Schritt zu Schritt.</translation>
    </message>
    <message>
        <source>This shows how such a case is weighed. It teaches; it is no legal advice.</source>
        <translation>So wird ein solcher Fall abgewogen. Das ist Lehrstoff und keine Rechtsberatung.</translation>
    </message>
</context>
<context>
    <name>CockpitScreen</name>
    <message>
        <source>Cockpit</source>
        <translation>Cockpit</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>+1 minute</source>
        <translation>+1 Minute</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Darken the wall</source>
        <translation>Leinwand dunkel</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Back to a decision…</source>
        <translation>Zurück bis …</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Was wäre, wenn …</translation>
    </message>
    <message>
        <source>Vote again</source>
        <translation>Neu abstimmen</translation>
    </message>
    <message>
        <source>Paper votes…</source>
        <translation>Papierstimmen …</translation>
    </message>
    <message>
        <source>Skip to the debrief</source>
        <translation>Zur Nachbesprechung</translation>
    </message>
    <message>
        <source>Rehearse with bots</source>
        <translation>Probe mit Bots</translation>
    </message>
    <message>
        <source>Projector&apos;s window</source>
        <translation>Fenster für den Beamer</translation>
    </message>
    <message>
        <source>End the workshop</source>
        <translation>Workshop beenden</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Next slide</source>
        <translation>Nächste Folie</translation>
    </message>
    <message>
        <source>Send the bots home</source>
        <translation>Bots heimschicken</translation>
    </message>
    <message>
        <source>{part}: minute {n} of {all}</source>
        <translation>{part}: Minute {n} von {all}</translation>
    </message>
    <message>
        <source>{n} min over plan</source>
        <translation>{n} min über Plan</translation>
    </message>
    <message>
        <source>{n} min under plan</source>
        <translation>{n} min unter Plan</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>im Plan</translation>
    </message>
    <message>
        <source>End the “what if”</source>
        <translation>„Was wäre, wenn“ beenden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Light the wall</source>
        <translation>Leinwand hell</translation>
    </message>
    <message>
        <source>Stop the timer</source>
        <translation>Timer anhalten</translation>
    </message>
    <message>
        <source>Start two minutes</source>
        <translation>Zwei Minuten starten</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>DebriefPanel</name>
    <message>
        <source>Slide before</source>
        <translation>Folie zurück</translation>
    </message>
    <message>
        <source>Next slide</source>
        <translation>Nächste Folie</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>Teil zurück</translation>
    </message>
    <message>
        <source>To say and ask</source>
        <translation>Zum Sagen und Fragen</translation>
    </message>
    <message>
        <source>The figures are being worked out…</source>
        <translation>Die Zahlen werden berechnet …</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} von {all}</translation>
    </message>
</context>
<context>
    <name>DecisionList</name>
    <message>
        <source>best</source>
        <translation>optimal</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>vertretbar</translation>
    </message>
    <message>
        <source>risky</source>
        <translation>riskant</translation>
    </message>
    <message>
        <source>grave</source>
        <translation>gravierend</translation>
    </message>
    <message>
        <source>Your decisions</source>
        <translation>Ihre Entscheidungen</translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <source>What was known then</source>
        <translation>Was man damals wusste</translation>
    </message>
    <message>
        <source>How likely the hidden things were then</source>
        <translation>Wie wahrscheinlich das Verborgene damals war</translation>
    </message>
    <message>
        <source>What would knowing more have been worth?</source>
        <translation>Was wäre es wert gewesen, mehr zu wissen?</translation>
    </message>
    <message>
        <source>Play on from here with this choice</source>
        <translation>Von hier an mit dieser Wahl weiterspielen</translation>
    </message>
    <message>
        <source>You noted then: {entry}</source>
        <translation>Ihre Notiz dazu: {entry}</translation>
    </message>
    <message>
        <source>How sure you said you were: {sure}.</source>
        <translation>Wie sicher Sie nach eigener Angabe waren: {sure}.</translation>
    </message>
    <message>
        <source>Until your next decision: {time}, {client} lost by the client, {own} by you.</source>
        <translation>Bis zu Ihrer nächsten Entscheidung: {time}; der Kunde verliert {client}, Sie {own}.</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Documents</source>
        <translation>Unterlagen</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Schriftstück</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Choose a case</source>
        <translation>Fall auswählen</translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>The details are in {file}.</source>
        <translation>Die Einzelheiten stehen in {file}.</translation>
    </message>
    <message>
        <source>The details could not be written down.</source>
        <translation>Die Einzelheiten ließen sich nicht festhalten.</translation>
    </message>
    <message>
        <source>An error of the game&apos;s own. Your play is saved up to the last decision; you can go on from there.</source>
        <translation>Ein Fehler des Spiels selbst. Ihr Spiel ist bis zur letzten Entscheidung gespeichert; von dort können Sie weiterspielen.</translation>
    </message>
    <message>
        <source>An error of the game&apos;s own, and going on is not safe. Your play is saved up to the last decision; please close the game and start it again. If this happens often, start it with --safe-mode.</source>
        <translation>Ein Fehler des Spiels selbst; weiterzuspielen ist nicht sicher. Ihr Spiel ist bis zur letzten Entscheidung gespeichert; bitte schließen Sie das Spiel und starten Sie es neu. Geschieht das öfter, starten Sie es mit --safe-mode.</translation>
    </message>
    <message>
        <source>The last time the game stopped by a fault of its own. Your play is saved up to the last decision. If this happens often, start the game with --safe-mode.</source>
        <translation>Beim letzten Mal ist das Spiel durch einen eigenen Fehler abgebrochen. Ihr Spiel ist bis zur letzten Entscheidung gespeichert. Geschieht das öfter, starten Sie das Spiel mit --safe-mode.</translation>
    </message>
    <message>
        <source>Back after a fault</source>
        <translation>Zurück nach einem Fehler</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiterspielen</translation>
    </message>
    <message>
        <source>Close the game</source>
        <translation>Spiel schließen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>The report is copied</source>
        <translation>Der Bericht ist kopiert</translation>
    </message>
    <message>
        <source>That should not have happened</source>
        <translation>Das hätte nicht passieren dürfen</translation>
    </message>
</context>
<context>
    <name>EvidenceSection</name>
    <message>
        <source>Your evidence</source>
        <translation>Ihre Beweise</translation>
    </message>
    <message>
        <source>What was written at the time counts; it cannot be made up for afterwards. Choices decide whether a log was kept; the words in it change no sum.</source>
        <translation>Es zählt, was damals festgehalten wurde; nachholen lässt es sich nicht. Ob ein Logbuch geführt wurde, entscheiden Ihre Handlungen; die Worte darin ändern keinen Betrag.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beweis</translation>
    </message>
    <message>
        <source>There?</source>
        <translation>Vorhanden?</translation>
    </message>
    <message>
        <source>What that means</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>Your entries in the log book</source>
        <translation>Ihre Einträge im Logbuch</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Your entry in the log book</source>
        <translation>Ihr Eintrag im Logbuch</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>on a way taken back: {text}</source>
        <translation>auf einem zurückgenommenen Weg: {text}</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>CSV, every option in a row</source>
        <translation>CSV, eine Zeile je Möglichkeit</translation>
    </message>
    <message>
        <source>CSV, the result in a row</source>
        <translation>CSV, das Ergebnis in einer Zeile</translation>
    </message>
    <message>
        <source>xAPI statements</source>
        <translation>xAPI-Aussagen</translation>
    </message>
    <message>
        <source>Form of the file</source>
        <translation>Form der Datei</translation>
    </message>
    <message>
        <source>The file to the last character</source>
        <translation>Die Datei bis zum letzten Zeichen</translation>
    </message>
    <message>
        <source>This is the file to the last character. It names nobody; nothing is sent unless you say so.</source>
        <translation>Das ist die Datei bis zum letzten Zeichen. Sie nennt niemanden; gesendet wird nur, was Sie senden.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Senden …</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Gespeichert: {file}</translation>
    </message>
</context>
<context>
    <name>Forgetting</name>
    <message>
        <source>What is deleted here is gone for good. Tick what should go.</source>
        <translation>Was hier gelöscht wird, ist endgültig weg. Wählen Sie aus, was gelöscht werden soll.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Saved plays</source>
        <translation>Gespeicherte Spiele</translation>
    </message>
    <message>
        <source>The trash, unsent results and error reports too.</source>
        <translation>Auch der Papierkorb, ungesendete Ergebnisse und Fehlerberichte.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Reviews and reminders.</source>
        <translation>Auswertungen und Erinnerungen.</translation>
    </message>
    <message>
        <source>Language, looks, and what else you have chosen.</source>
        <translation>Sprache, Aussehen und was Sie sonst gewählt haben.</translation>
    </message>
    <message>
        <source>Workshops</source>
        <translation>Workshops</translation>
    </message>
    <message>
        <source>Held and prepared ones.</source>
        <translation>Gehaltene und vorbereitete.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Delete my data</source>
        <translation>Meine Daten löschen</translation>
    </message>
    <message>
        <source>Not everything could be deleted</source>
        <translation>Es konnte nicht alles gelöscht werden</translation>
    </message>
</context>
<context>
    <name>FramedPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>About your settings</source>
        <translation>Zu Ihren Einstellungen</translation>
    </message>
    <message>
        <source>The cases could not be read</source>
        <translation>Die Fälle konnten nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>FrontierPlot</name>
    <message>
        <source>The client&apos;s loss and yours</source>
        <translation>Der Schaden des Kunden und Ihr eigener</translation>
    </message>
    <message>
        <source>{plan}: the client loses {client}, you {own} on average</source>
        <translation>{plan}: Der Kunde verliert im Schnitt {client}, Sie {own}</translation>
    </message>
    <message>
        <source>Client&apos;s loss, up to {amount}</source>
        <translation>Schaden des Kunden, bis {amount}</translation>
    </message>
    <message>
        <source>Your own loss, up to {amount}</source>
        <translation>Ihr eigener Schaden, bis {amount}</translation>
    </message>
</context>
<context>
    <name>GraphView</name>
    <message>
        <source>Graph of the story</source>
        <translation>Graph der Geschichte</translation>
    </message>
    <message>
        <source>Arrow keys follow the edges. The list beside it holds the same nodes.</source>
        <translation>Pfeiltasten folgen den Kanten. Die Liste daneben hat dieselben Knoten.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>For you alone</source>
        <translation>Nur für Sie</translation>
    </message>
    <message>
        <source>For you alone, for the next scene: {scene}</source>
        <translation>Nur für Sie, zur nächsten Szene: {scene}</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>Zum Nachfragen</translation>
    </message>
    <message>
        <source>Expected answer</source>
        <translation>Erwartete Antwort</translation>
    </message>
</context>
<context>
    <name>HeadBars</name>
    <message>
        <source>What the loss is made of</source>
        <translation>Woraus der Schaden besteht</translation>
    </message>
    <message>
        <source>{head}: {yours}; in the real case {real}</source>
        <translation>{head}: {yours}; im echten Fall {real}</translation>
    </message>
</context>
<context>
    <name>Heat</name>
    <message>
        <source>No heat</source>
        <translation>Kein Wärmebild</translation>
    </message>
    <message>
        <source>Covered by tests</source>
        <translation>Von Tests abgedeckt</translation>
    </message>
    <message>
        <source>Visited by chance</source>
        <translation>Zufällig besucht</translation>
    </message>
    <message>
        <source>Expected cost</source>
        <translation>Erwartete Kosten</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Box: decision, hexagon: chance, rounded: ending</source>
        <translation>Kasten: Entscheidung, Sechseck: Zufall, abgerundet: Ende</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen …</translation>
    </message>
    <message>
        <source>Cost still to come under perfect play; deeper colour: more</source>
        <translation>Noch ausstehende Kosten bei perfektem Spiel; je dunkler, desto mehr</translation>
    </message>
    <message>
        <source>Plays by chance that come here, of {n}; deeper colour: more</source>
        <translation>Zufallsspiele, die hierher kommen, von {n}; je dunkler, desto mehr</translation>
    </message>
    <message>
        <source>There are no tests yet: write tests.yaml beside the scenario</source>
        <translation>Es gibt noch keine Tests: Schreiben Sie tests.yaml neben das Szenario</translation>
    </message>
    <message>
        <source>Tests that come here, of {n}; deeper colour: more</source>
        <translation>Tests, die hierher kommen, von {n}; je dunkler, desto mehr</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>A client&apos;s server is dying. You are the IT provider. Decide, then pay.</source>
        <translation>Der Server eines Kunden stirbt. Sie sind der IT-Dienstleister. Entscheiden Sie, dann zahlen Sie.</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Take the hint</source>
        <translation>Hinweis ansehen</translation>
    </message>
    <message>
        <source>It tells which choice is best here, given what you can know, and what testing first is worth. In the rating it counts like a decision that costs {percent} % of the case.</source>
        <translation>Er sagt, welche Wahl hier nach Ihrem Wissen die beste ist und was es wert ist, erst zu prüfen. In der Wertung zählt er wie eine Entscheidung, die {percent} % des Falls kostet.</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Working out the hint</source>
        <translation>Der Hinweis wird berechnet</translation>
    </message>
    <message>
        <source>Working it out. Closing cancels it.</source>
        <translation>Wird berechnet. Schließen bricht ab.</translation>
    </message>
    <message>
        <source>There is no hint</source>
        <translation>Es gibt keinen Hinweis</translation>
    </message>
    <message>
        <source>Best here, on average: {choice}</source>
        <translation>Hier im Schnitt am besten: {choice}</translation>
    </message>
    <message>
        <source>The best test, “{test}”, saves {amount} on average.</source>
        <translation>Die beste Prüfung, „{test}“, spart im Schnitt {amount}.</translation>
    </message>
    <message>
        <source>The best test, “{test}”, costs {amount} more than it saves.</source>
        <translation>Die beste Prüfung, „{test}“, kostet {amount} mehr, als sie spart.</translation>
    </message>
    <message>
        <source>Hints used: {n}</source>
        <translation>Benutzte Hinweise: {n}</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>How results spread</source>
        <translation>Wie die Ergebnisse streuen</translation>
    </message>
    <message>
        <source>Your result: {mine}; played best, about {share} of 100 plays end cheaper</source>
        <translation>Ihr Ergebnis: {mine}; bei bestem Spiel enden etwa {share} von 100 Spielen billiger</translation>
    </message>
    <message>
        <source>Average of best play: {mean}</source>
        <translation>Mittel bei bestem Spiel: {mean}</translation>
    </message>
    <message>
        <source>Number of plays, up to {count}</source>
        <translation>Anzahl der Spiele, bis {count}</translation>
    </message>
    <message>
        <source>Final cost, {low} to {high}</source>
        <translation>Endkosten, {low} bis {high}</translation>
    </message>
</context>
<context>
    <name>HistoryScreen</name>
    <message>
        <source>The story so far</source>
        <translation>Was bisher geschah</translation>
    </message>
    <message>
        <source>You chose: {choice}</source>
        <translation>Sie wählten: {choice}</translation>
    </message>
</context>
<context>
    <name>JoinScreen</name>
    <message>
        <source>Join a workshop</source>
        <translation>An Workshop teilnehmen</translation>
    </message>
    <message>
        <source>Address on the wall</source>
        <translation>Adresse an der Wand</translation>
    </message>
    <message>
        <source>192.168.1.5:8321, or the whole address</source>
        <translation>192.168.1.5:8321, oder die ganze Adresse</translation>
    </message>
    <message>
        <source>Code on the wall</source>
        <translation>Code an der Wand</translation>
    </message>
    <message>
        <source>Your name (you may leave it empty)</source>
        <translation>Ihr Name (Sie können das Feld leer lassen)</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Teilnehmen</translation>
    </message>
    <message>
        <source>Open it in the browser instead</source>
        <translation>Stattdessen im Browser öffnen</translation>
    </message>
    <message>
        <source>Type the address as the wall says it; it looks like {example}.</source>
        <translation>Geben Sie die Adresse so ein, wie sie an der Wand steht; sie sieht aus wie {example}.</translation>
    </message>
    <message>
        <source>The code of five letters is missing; it is on the wall, too.</source>
        <translation>Der Code aus fünf Buchstaben fehlt; auch er steht an der Wand.</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>Wird verbunden …</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Bescheinigung</translation>
    </message>
    <message>
        <source>Nothing leaves this computer unless you send it.</source>
        <translation>Nichts verlässt diesen Rechner, es sei denn, Sie senden es.</translation>
    </message>
    <message>
        <source>Save the review</source>
        <translation>Auswertung speichern</translation>
    </message>
    <message>
        <source>Name on the certificate. Leave it empty to write it by hand; it is not kept.</source>
        <translation>Name auf der Bescheinigung. Lassen Sie ihn leer, um ihn von Hand einzutragen; er wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>Bescheinigung speichern</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Bescheinigung</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>This was not saved</source>
        <translation>Das wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>To take with you</source>
        <translation>Zum Mitnehmen</translation>
    </message>
    <message>
        <source>Export as data</source>
        <translation>Als Daten exportieren</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Gespeichert: {file}</translation>
    </message>
</context>
<context>
    <name>KnownList</name>
    <message>
        <source>What is known</source>
        <translation>Was Sie wissen</translation>
    </message>
    <message>
        <source>Nothing for certain yet.</source>
        <translation>Noch nichts Sicheres.</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>What to take along</source>
        <translation>Was Sie mitnehmen</translation>
    </message>
    <message>
        <source>No decision of yours was worse than the best.</source>
        <translation>Keine Ihrer Entscheidungen war schlechter als die beste.</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Quelle: {source}</translation>
    </message>
</context>
<context>
    <name>LobbyPanel</name>
    <message>
        <source>Another network…</source>
        <translation>Anderes Netz …</translation>
    </message>
    <message>
        <source>The wall shows how to join</source>
        <translation>Die Leinwand zeigt, wie man beitritt</translation>
    </message>
    <message>
        <source>Begin when most are in; others can join at any time. Phones that sleep or reload find back by themselves.</source>
        <translation>Beginnen Sie, wenn die meisten da sind; andere können jederzeit dazukommen. Telefone, die schlafen oder neu laden, finden von selbst zurück.</translation>
    </message>
    <message>
        <source>Nothing listens now</source>
        <translation>Zurzeit ist der Raum nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>LogBook</name>
    <message>
        <source>Log book</source>
        <translation>Logbuch</translation>
    </message>
    <message>
        <source>Still empty. What you note here is what you can prove later.</source>
        <translation>Noch leer. Was Sie hier festhalten, können Sie später beweisen.</translation>
    </message>
    <message>
        <source>by you, on a way taken back</source>
        <translation>von Ihnen, auf einem zurückgenommenen Weg</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>von Ihnen</translation>
    </message>
</context>
<context>
    <name>LogEntry</name>
    <message>
        <source>Note something: Enter, and it stays</source>
        <translation>Notieren: Eingabetaste, und es bleibt</translation>
    </message>
    <message>
        <source>New entry in the log book</source>
        <translation>Neuer Eintrag im Logbuch</translation>
    </message>
    <message>
        <source>Write the entry</source>
        <translation>Eintrag schreiben</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This case cannot be opened</source>
        <translation>Dieser Fall lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>This was not saved</source>
        <translation>Das wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>The saves could not be read</source>
        <translation>Die Spielstände konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>There is no case called “{name}”.</source>
        <translation>Einen Fall namens „{name}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The settings were not saved</source>
        <translation>Die Einstellungen wurden nicht gespeichert</translation>
    </message>
    <message>
        <source>This play cannot be played</source>
        <translation>Dieses Spiel lässt sich nicht spielen</translation>
    </message>
    <message>
        <source>Something has changed</source>
        <translation>Etwas hat sich geändert</translation>
    </message>
</context>
<context>
    <name>MapButton</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Map of your play (M)</source>
        <translation>Karte Ihres Spiels (M)</translation>
    </message>
</context>
<context>
    <name>MapGraph</name>
    <message>
        <source>Map of your play</source>
        <translation>Karte Ihres Spiels</translation>
    </message>
    <message>
        <source>Up and Down follow your way. The list beside it says the same in words.</source>
        <translation>Auf und Ab folgen Ihrem Weg. Die Liste daneben sagt dasselbe in Worten.</translation>
    </message>
    <message>
        <source>Strong line: your way · dashed: taken back · small hatched boxes: roads not taken</source>
        <translation>Kräftige Linie: Ihr Weg · gestrichelt: zurückgenommen · kleine schraffierte Kästen: Wege, die Sie nicht gegangen sind</translation>
    </message>
    <message>
        <source>Strong line: your way · dashed: taken back · pale: never seen</source>
        <translation>Kräftige Linie: Ihr Weg · gestrichelt: zurückgenommen · blass: nie gesehen</translation>
    </message>
</context>
<context>
    <name>MapScreen</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Lift the fog</source>
        <translation>Nebel lichten</translation>
    </message>
    <message>
        <source>Show every scene there is, also those you never saw</source>
        <translation>Alle Szenen zeigen, auch die, die Sie nie gesehen haben</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Your way, step by step</source>
        <translation>Ihr Weg, Schritt für Schritt</translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>never seen</source>
        <translation>nie gesehen</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>Nie gesehen</translation>
    </message>
    <message>
        <source>Not taken: {road}</source>
        <translation>Nicht gegangen: {road}</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>Sie sind hier</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>Roads not taken</source>
        <translation>Nicht gegangene Wege</translation>
    </message>
    <message>
        <source>Roads not taken so far</source>
        <translation>Bisher nicht gegangene Wege</translation>
    </message>
    <message>
        <source>{when}, taken back</source>
        <translation>{when}, zurückgenommen</translation>
    </message>
    <message>
        <source>It took {time} and cost the client {client}, you {own}.</source>
        <translation>Das dauerte {time} und kostete den Kunden {client}, Sie {own}.</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>NetworkBox</name>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
</context>
<context>
    <name>OptionBars</name>
    <message>
        <source>What each option was worth</source>
        <translation>Was jede Möglichkeit wert war</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>Ihre Wahl</translation>
    </message>
    <message>
        <source>best</source>
        <translation>optimal</translation>
    </message>
    <message>
        <source>{option}: {amount} on average</source>
        <translation>{option}: im Schnitt {amount}</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>This case cannot be opened</source>
        <translation>Dieser Fall lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>This was not saved</source>
        <translation>Das wurde nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>People in the room</source>
        <translation>Personen im Raum</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Another name or team, or send a phone out</source>
        <translation>Anderer Name, anderes Team, oder ein Telefon hinausschicken</translation>
    </message>
    <message>
        <source>Connected: {n} of {all}</source>
        <translation>Verbunden: {n} von {all}</translation>
    </message>
    <message>
        <source>Not voted yet: {n}</source>
        <translation>Noch ohne Stimme: {n}</translation>
    </message>
    <message>
        <source>Dropped out: {n}</source>
        <translation>Verbindung verloren: {n}</translation>
    </message>
    <message>
        <source>Nobody is missing.</source>
        <translation>Niemand fehlt.</translation>
    </message>
    <message>
        <source>dropped out</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>at an ending</source>
        <translation>am Ende</translation>
    </message>
    <message>
        <source>has voted</source>
        <translation>hat abgestimmt</translation>
    </message>
    <message>
        <source>has not voted yet</source>
        <translation>hat noch nicht abgestimmt</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
</context>
<context>
    <name>PhoneTest</name>
    <message>
        <source>Can phones reach this computer?</source>
        <translation>Erreichen Telefone diesen Rechner?</translation>
    </message>
</context>
<context>
    <name>PlacePanel</name>
    <message>
        <source>What was there</source>
        <translation>Was dort war</translation>
    </message>
</context>
<context>
    <name>PlayHead</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Log book</source>
        <translation>Logbuch</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>The story so far</source>
        <translation>Was bisher geschah</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>Letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Tasten und Hilfe</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>No undo, no hints; the certificate says so.</source>
        <translation>Kein Zurücknehmen, keine Hinweise; die Bescheinigung weist es aus.</translation>
    </message>
    <message>
        <source>Client&apos;s loss</source>
        <translation>Schaden des Kunden</translation>
    </message>
    <message>
        <source>Your costs</source>
        <translation>Ihre Kosten</translation>
    </message>
    <message>
        <source>Day {n}, {weekday}</source>
        <translation>Tag {n}, {weekday}</translation>
    </message>
</context>
<context>
    <name>PlayScreen</name>
    <message>
        <source>What is known</source>
        <translation>Was Sie wissen</translation>
    </message>
    <message>
        <source>Log book</source>
        <translation>Logbuch</translation>
    </message>
</context>
<context>
    <name>PresetForm</name>
    <message>
        <source>Your own product</source>
        <translation>Ihr eigenes Produkt</translation>
    </message>
    <message>
        <source>Amounts in euros, shares in per cent. What you leave empty does not apply. The figures stay on this computer and are shown to the room as the play&apos;s insurance.</source>
        <translation>Beträge in Euro, Anteile in Prozent. Was Sie leer lassen, gilt nicht. Die Zahlen bleiben auf diesem Rechner; der Raum sieht sie als Versicherung im Spiel.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Save the product</source>
        <translation>Produkt speichern</translation>
    </message>
    <message>
        <source>The product needs a name.</source>
        <translation>Das Produkt braucht einen Namen.</translation>
    </message>
    <message>
        <source>{field}: write an amount in euros, such as {example}.</source>
        <translation>{field}: Geben Sie einen Betrag in Euro ein, etwa {example}.</translation>
    </message>
    <message>
        <source>{field}: write a share from 0 to 100 per cent.</source>
        <translation>{field}: Geben Sie einen Anteil von 0 bis 100 Prozent ein.</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>Name of the product</source>
        <translation>Name des Produkts</translation>
    </message>
    <message>
        <source>Sum insured</source>
        <translation>Versicherungssumme</translation>
    </message>
    <message>
        <source>Sublimit for pure financial loss</source>
        <translation>Sublimit für reine Vermögensschäden</translation>
    </message>
    <message>
        <source>Fixed deductible</source>
        <translation>Fester Selbstbehalt</translation>
    </message>
    <message>
        <source>Or a share of the payment</source>
        <translation>Oder ein Anteil der Zahlung</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Paid after a grossly negligent breach of duty</source>
        <translation>Zahlung nach grob fahrlässiger Obliegenheitsverletzung</translation>
    </message>
    <message>
        <source>Premium a year</source>
        <translation>Jahresprämie</translation>
    </message>
    <message>
        <source>The policy provides for a cut after such a breach</source>
        <translation>Die Police sieht dafür eine Leistungskürzung vor</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>For the report and the certificates.</source>
        <translation>Für den Bericht und die Bescheinigungen.</translation>
    </message>
    <message>
        <source>Name of the firm</source>
        <translation>Name der Firma</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Phone or e-mail</source>
        <translation>Telefon oder E-Mail</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Choose a logo…</source>
        <translation>Logo wählen …</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Logo wählen</translation>
    </message>
</context>
<context>
    <name>ProgressScreen</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Plays reviewed</source>
        <translation>Ausgewertete Spiele</translation>
    </message>
    <message>
        <source>Average rating</source>
        <translation>Wertung im Mittel</translation>
    </message>
    <message>
        <source>Best rating</source>
        <translation>Beste Wertung</translation>
    </message>
    <message>
        <source>Every play</source>
        <translation>Alle Spiele</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Cost of decisions</source>
        <translation>Kosten der Entscheidungen</translation>
    </message>
    <message>
        <source>By kind of decision</source>
        <translation>Nach Art der Entscheidung</translation>
    </message>
    <message>
        <source>How sure, and how right</source>
        <translation>Wie sicher, und wie richtig</translation>
    </message>
    <message>
        <source>Results over time</source>
        <translation>Ergebnisse im Lauf der Zeit</translation>
    </message>
    <message>
        <source>The rating is your share of perfect play; luck is not in it.</source>
        <translation>Die Wertung ist Ihr Anteil am besten Spiel; Glück zählt nicht.</translation>
    </message>
    <message>
        <source>How many of your decisions were best or sound, by the duty at stake.</source>
        <translation>Wie viele Ihrer Entscheidungen optimal oder vertretbar waren, nach der Pflicht, um die es ging.</translation>
    </message>
    <message>
        <source>How many of your decisions were best or sound, by how sure you said you were, and what a decision cost too much on average.</source>
        <translation>Wie viele Ihrer Entscheidungen optimal oder vertretbar waren, je nachdem, wie sicher Sie sich nannten, und was eine Entscheidung im Mittel zu viel kostete.</translation>
    </message>
    <message>
        <source>Yours alone</source>
        <translation>Nur für Sie</translation>
    </message>
    <message>
        <source>All this lies on this computer only. Take it with you, or be rid of it.</source>
        <translation>All das liegt nur auf diesem Rechner. Nehmen Sie es mit, oder löschen Sie es.</translation>
    </message>
    <message>
        <source>Nothing yet. Play a case to its end and look at the review: from then on it counts here.</source>
        <translation>Noch nichts. Spielen Sie einen Fall zu Ende und sehen Sie sich die Auswertung an: Von da an zählt er hier.</translation>
    </message>
    <message>
        <source>Other decisions</source>
        <translation>Andere Entscheidungen</translation>
    </message>
    <message>
        <source>Examinations: {n}</source>
        <translation>Prüfungen: {n}</translation>
    </message>
    <message>
        <source>over the last {n} plays</source>
        <translation>über die letzten {n} Spiele</translation>
    </message>
    <message>
        <source>over one play</source>
        <translation>über ein Spiel</translation>
    </message>
    <message>
        <source>of 100</source>
        <translation>von 100</translation>
    </message>
    <message>
        <source>{careful} of {count}</source>
        <translation>{careful} von {count}</translation>
    </message>
    <message>
        <source>{name}: {amount} best or sound; on average a decision cost {regret} too much</source>
        <translation>{name}: {amount} optimal oder vertretbar; im Mittel kostete eine Entscheidung {regret} zu viel</translation>
    </message>
    <message>
        <source>Plays as CSV</source>
        <translation>Spiele als CSV</translation>
    </message>
    <message>
        <source>Decisions as CSV</source>
        <translation>Entscheidungen als CSV</translation>
    </message>
    <message>
        <source>Delete my data</source>
        <translation>Meine Daten löschen</translation>
    </message>
</context>
<context>
    <name>Progressing</name>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>This was not saved</source>
        <translation>Das wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Gespeichert: {file}</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code: {text}</source>
        <translation>QR-Code: {text}</translation>
    </message>
</context>
<context>
    <name>ReminderCard</name>
    <message>
        <source>A lesson comes back</source>
        <translation>Eine Lehre kommt wieder</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Quelle: {source}</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Antwort zeigen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Thank you, I have it</source>
        <translation>Danke, ich hab’s</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>The client&apos;s loss</source>
        <translation>Schaden des Kunden</translation>
    </message>
    <message>
        <source>You pay</source>
        <translation>Sie zahlen</translation>
    </message>
    <message>
        <source>The real case</source>
        <translation>Der echte Fall</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Back to the claim</source>
        <translation>Zurück zur Forderung</translation>
    </message>
    <message>
        <source>To the title</source>
        <translation>Zum Titelbild</translation>
    </message>
    <message>
        <source>Play another server</source>
        <translation>Anderen Server spielen</translation>
    </message>
    <message>
        <source>Play this server again</source>
        <translation>Diesen Server noch einmal spielen</translation>
    </message>
    <message>
        <source>{case} · server no. {seed}</source>
        <translation>{case} · Server Nr. {seed}</translation>
    </message>
    <message>
        <source>Working out what each decision was worth…</source>
        <translation>Es wird berechnet, was jede Entscheidung wert war …</translation>
    </message>
    <message>
        <source>What each decision was worth has not been worked out.</source>
        <translation>Was jede Entscheidung wert war, ist nicht berechnet.</translation>
    </message>
    <message>
        <source>Your decisions</source>
        <translation>Ihre Entscheidungen</translation>
    </message>
    <message>
        <source>Best play</source>
        <translation>Bestes Spiel</translation>
    </message>
    <message>
        <source>after {time}</source>
        <translation>nach {time}</translation>
    </message>
    <message>
        <source>The insurer pays {amount}.</source>
        <translation>Der Versicherer zahlt {amount}.</translation>
    </message>
    <message>
        <source>Taken back: {n}</source>
        <translation>Zurückgenommen: {n}</translation>
    </message>
    <message>
        <source>Decisions: {n}</source>
        <translation>Entscheidungen: {n}</translation>
    </message>
    <message>
        <source>was what the client lost there</source>
        <translation>hat der Kunde dort verloren</translation>
    </message>
    <message>
        <source>{points} of 100</source>
        <translation>{points} von 100</translation>
    </message>
    <message>
        <source>Hints used: {n}</source>
        <translation>Benutzte Hinweise: {n}</translation>
    </message>
    <message>
        <source>Perfect play has 100; luck does not count.</source>
        <translation>Perfektes Spiel hat 100; Glück zählt nicht.</translation>
    </message>
    <message>
        <source>Taken back here: {n}</source>
        <translation>Hier zurückgenommen: {n}</translation>
    </message>
    <message>
        <source>What the client lost</source>
        <translation>Was der Kunde verloren hat</translation>
    </message>
    <message>
        <source>What you answer for</source>
        <translation>Wofür Sie einstehen</translation>
    </message>
    <message>
        <source>What you pay yourself</source>
        <translation>Was Sie selbst zahlen</translation>
    </message>
    <message>
        <source>Red is yours, grey below it the real case.</source>
        <translation>Rot ist Ihr Fall, grau darunter der echte.</translation>
    </message>
    <message>
        <source>The client&apos;s loss and your liability</source>
        <translation>Der Schaden des Kunden und Ihre Haftung</translation>
    </message>
    <message>
        <source>What the loss is made of</source>
        <translation>Woraus der Schaden besteht</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>Wer zahlt</translation>
    </message>
    <message>
        <source>What the real case came to</source>
        <translation>Wie der echte Fall ausging</translation>
    </message>
    <message>
        <source>Other plays of this case</source>
        <translation>Andere Spiele dieses Falls</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>The saves could not be read</source>
        <translation>Die Spielstände konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Look at the end</source>
        <translation>Das Ende ansehen</translation>
    </message>
    <message>
        <source>Play on</source>
        <translation>Weiterspielen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Why it cannot be opened</source>
        <translation>Warum es sich nicht öffnen lässt</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopie anlegen</translation>
    </message>
    <message>
        <source>Throw away (it can be put back)</source>
        <translation>Wegwerfen (lässt sich zurückholen)</translation>
    </message>
    <message>
        <source>This play cannot be opened</source>
        <translation>Dieses Spiel lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Without a name, the play goes by its case.</source>
        <translation>Ohne Namen heißt das Spiel wie sein Fall.</translation>
    </message>
    <message>
        <source>{name}, copy</source>
        <translation>{name}, Kopie</translation>
    </message>
    <message>
        <source>“{name}” lies in the trash.</source>
        <translation>„{name}“ liegt im Papierkorb.</translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>The copy stays as it is now, whatever comes; the play goes on.</source>
        <translation>Die Kopie bleibt, wie sie jetzt ist; das Spiel geht weiter.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
</context>
<context>
    <name>SavesScreen</name>
    <message>
        <source>Saved plays</source>
        <translation>Gespeicherte Spiele</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Reading the saved plays…</source>
        <translation>Die gespeicherten Spiele werden gelesen …</translation>
    </message>
    <message>
        <source>There is none yet. Every play is saved by itself, step by step.</source>
        <translation>Noch gibt es keines. Jedes Spiel speichert sich selbst, Schritt für Schritt.</translation>
    </message>
    <message>
        <source>Every play is saved by itself. Select one to go on with it, to review it, to rename, copy or delete it.</source>
        <translation>Jedes Spiel wird von selbst gespeichert. Wählen Sie eines aus, um es fortzusetzen, auszuwerten, umzubenennen, zu kopieren oder zu löschen.</translation>
    </message>
    <message>
        <source>This play cannot be opened. Select it to see why.</source>
        <translation>Dieses Spiel lässt sich nicht öffnen. Wählen Sie es aus, um zu sehen, warum.</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>ended: {scene}</source>
        <translation>beendet: {scene}</translation>
    </message>
    <message>
        <source>Decisions: {n}</source>
        <translation>Entscheidungen: {n}</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>Prüfung</translation>
    </message>
</context>
<context>
    <name>SceneWidget</name>
    <message>
        <source>Picture: your office</source>
        <translation>Bild: Ihr Büro</translation>
    </message>
    <message>
        <source>Picture: on the road to the server centre</source>
        <translation>Bild: unterwegs zum Rechenzentrum</translation>
    </message>
    <message>
        <source>Picture: the rack in the server centre</source>
        <translation>Bild: das Rack im Rechenzentrum</translation>
    </message>
    <message>
        <source>Picture: the workbench with the drives</source>
        <translation>Bild: der Werktisch mit den Platten</translation>
    </message>
    <message>
        <source>Picture: the data-recovery lab</source>
        <translation>Bild: das Datenrettungslabor</translation>
    </message>
    <message>
        <source>Picture: the negotiating table</source>
        <translation>Bild: der Verhandlungstisch</translation>
    </message>
    <message>
        <source>Picture: the phone rings</source>
        <translation>Bild: das Telefon klingelt</translation>
    </message>
    <message>
        <source>Picture: the empty office at night</source>
        <translation>Bild: das leere Büro bei Nacht</translation>
    </message>
    <message>
        <source>A desk with a monitor, a phone and a mug in front of a wide window.</source>
        <translation>Ein Schreibtisch mit Bildschirm, Telefon und Becher vor einem breiten Fenster.</translation>
    </message>
    <message>
        <source>A van on a country road; the server centre stands on the horizon.</source>
        <translation>Ein Lieferwagen auf einer Landstraße; am Horizont steht das Rechenzentrum.</translation>
    </message>
    <message>
        <source>An open rack between closed ones, a lamp above it.</source>
        <translation>Ein offenes Rack zwischen geschlossenen, eine Lampe darüber.</translation>
    </message>
    <message>
        <source>An opened drive on an antistatic mat, others beside it, a wrist strap.</source>
        <translation>Eine geöffnete Platte auf einer antistatischen Matte, andere daneben, ein Erdungsarmband.</translation>
    </message>
    <message>
        <source>A clean bench with an opened drive, an imaging device and a microscope.</source>
        <translation>Eine Reinraumbank mit geöffneter Platte, Kopiergerät und Mikroskop.</translation>
    </message>
    <message>
        <source>You face the client and a colleague across a table with papers.</source>
        <translation>Ihnen gegenüber sitzen der Kunde und eine weitere Person, dazwischen ein Tisch voller Papiere.</translation>
    </message>
    <message>
        <source>A phone in its cradle shows a call; a note pad lies ready.</source>
        <translation>Ein Telefon in der Ladeschale zeigt einen Anruf; ein Notizblock liegt bereit.</translation>
    </message>
    <message>
        <source>Nobody is there; one screen is on before the lights of the town.</source>
        <translation>Niemand ist da; ein Bildschirm leuchtet vor den Lichtern der Stadt.</translation>
    </message>
    <message>
        <source>It is {clock}, night.</source>
        <translation>Es ist {clock} Uhr, Nacht.</translation>
    </message>
    <message>
        <source>It is {clock}, dawn.</source>
        <translation>Es ist {clock} Uhr, Morgendämmerung.</translation>
    </message>
    <message>
        <source>It is {clock}, daylight.</source>
        <translation>Es ist {clock} Uhr, heller Tag.</translation>
    </message>
    <message>
        <source>It is {clock}, dusk.</source>
        <translation>Es ist {clock} Uhr, Abenddämmerung.</translation>
    </message>
    <message>
        <source>Some services are down.</source>
        <translation>Einige Dienste sind ausgefallen.</translation>
    </message>
    <message>
        <source>All services are down.</source>
        <translation>Alle Dienste sind ausgefallen.</translation>
    </message>
    <message>
        <source>The bays are empty: the disks stand beside the rack, sealed.</source>
        <translation>Die Einschübe sind leer: Die Platten stehen versiegelt neben dem Rack.</translation>
    </message>
    <message>
        <source>All disk lights are green.</source>
        <translation>Alle Plattenlämpchen leuchten grün.</translation>
    </message>
    <message>
        <source>One disk light is amber: the array is degraded.</source>
        <translation>Ein Plattenlämpchen leuchtet gelb: Der Verbund ist beeinträchtigt.</translation>
    </message>
    <message>
        <source>One disk blinks amber: the array is being rebuilt.</source>
        <translation>Eine Platte blinkt gelb: Der Verbund wird neu aufgebaut.</translation>
    </message>
    <message>
        <source>All disk lights are dark.</source>
        <translation>Alle Plattenlämpchen sind dunkel.</translation>
    </message>
    <message>
        <source>Two disk lights are red, the rest dark: the array failed.</source>
        <translation>Zwei Plattenlämpchen leuchten rot, die übrigen sind dunkel: Der Verbund ist ausgefallen.</translation>
    </message>
    <message>
        <source>The MFT component is scorched and dead.</source>
        <translation>Die MFT-Komponente ist verschmort und tot.</translation>
    </message>
    <message>
        <source>A rented rack runs beside it.</source>
        <translation>Daneben läuft ein gemietetes Rack.</translation>
    </message>
    <message>
        <source>The earth wire of the rack is connected.</source>
        <translation>Das Erdungskabel des Racks ist angeschlossen.</translation>
    </message>
    <message>
        <source>The earth wire of the rack hangs loose.</source>
        <translation>Das Erdungskabel des Racks hängt lose herab.</translation>
    </message>
    <message>
        <source>The images of all disks are complete.</source>
        <translation>Die Abbilder aller Platten sind vollständig.</translation>
    </message>
    <message>
        <source>The sector map has many red fields: unreadable data.</source>
        <translation>Die Sektorkarte hat viele rote Felder: unlesbare Daten.</translation>
    </message>
</context>
<context>
    <name>SeatScreen</name>
    <message>
        <source>In a workshop</source>
        <translation>In einem Workshop</translation>
    </message>
    <message>
        <source>Your team</source>
        <translation>Ihr Team</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Abstimmen</translation>
    </message>
    <message>
        <source>How the votes fell</source>
        <translation>So wurde abgestimmt</translation>
    </message>
    <message>
        <source>What will you do differently from Monday on?</source>
        <translation>Was machen Sie ab Montag anders?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Change my vote</source>
        <translation>Stimme ändern</translation>
    </message>
    <message>
        <source>How sure are you? (You may skip this.)</source>
        <translation>Wie sicher sind Sie? (Freiwillig)</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>geraten</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>ziemlich sicher</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Address of the store</source>
        <translation>Adresse des Learning Record Store</translation>
    </message>
    <message>
        <source>Key, or user name</source>
        <translation>Schlüssel oder Benutzername</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis oder Passwort</translation>
    </message>
    <message>
        <source>Keep address and key on this computer</source>
        <translation>Adresse und Schlüssel auf diesem Rechner behalten</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>{n} statements go to the store that you name, and nowhere else. When it cannot be reached they wait on this computer, and go with the next ones.</source>
        <translation>{n} Aussagen gehen an den Learning Record Store, den Sie nennen, und nirgendwohin sonst. Ist er nicht zu erreichen, warten sie auf diesem Rechner und gehen mit den nächsten hinaus.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Sent: {n}.</source>
        <translation>Gesendet: {n}.</translation>
    </message>
    <message>
        <source>Refused and set aside: {n}.</source>
        <translation>Abgelehnt und beiseitegelegt: {n}.</translation>
    </message>
    <message>
        <source>Waiting: {n}.</source>
        <translation>Noch offen: {n}.</translation>
    </message>
    <message>
        <source>Send the statements</source>
        <translation>Aussagen senden</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Beamer</translation>
    </message>
    <message>
        <source>The usual one.</source>
        <translation>Die übliche.</translation>
    </message>
    <message>
        <source>Heavy at the foot; letters are hard to take for one another.</source>
        <translation>Unten betont; die Buchstaben lassen sich schwer verwechseln.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Pictures fade, figures count up.</source>
        <translation>Bilder blenden über, Beträge zählen hoch.</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduziert</translation>
    </message>
    <message>
        <source>Everything changes at once.</source>
        <translation>Alles wechselt sofort.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Reduced where the desktop is still.</source>
        <translation>Reduziert, wenn der Desktop keine Animationen zeigt.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>You decide on what you know.</source>
        <translation>Sie entscheiden nach dem, was Sie wissen.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>H tells the best choice and what a test is worth; it lowers the rating.</source>
        <translation>H nennt die beste Wahl und den Wert einer Prüfung; das senkt die Wertung.</translation>
    </message>
    <message>
        <source>Nothing but the game.</source>
        <translation>Nur das Spiel.</translation>
    </message>
    <message>
        <source>The title leads to the author view; it shows hidden facts.</source>
        <translation>Das Titelbild führt zur Autorenansicht; sie zeigt Verborgenes.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Hints during play (never in an examination)</source>
        <translation>Hinweise im Spiel (nie in einer Prüfung)</translation>
    </message>
    <message>
        <source>How sure are you?</source>
        <translation>Wie sicher sind Sie?</translation>
    </message>
    <message>
        <source>Decisions are taken without it.</source>
        <translation>Entschieden wird ohne diese Angabe.</translation>
    </message>
    <message>
        <source>Beside the choices, if you like: C. Progress compares it with the review.</source>
        <translation>Auf Wunsch neben der Auswahl: C. Der Fortschritt vergleicht es mit der Auswertung.</translation>
    </message>
    <message>
        <source>Author tools</source>
        <translation>Werkzeuge für Autoren</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Ihre Daten</translation>
    </message>
    <message>
        <source>Plays, progress and settings lie in this folder and nowhere else. Nothing is sent unless you send it.</source>
        <translation>Spiele, Fortschritt und Einstellungen liegen in diesem Ordner und sonst nirgends. Gesendet wird nur, was Sie senden.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Delete my data</source>
        <translation>Meine Daten löschen</translation>
    </message>
</context>
<context>
    <name>SetupScreen</name>
    <message>
        <source>Host a workshop</source>
        <translation>Workshop leiten</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>Wer entscheidet</translation>
    </message>
    <message>
        <source>At a tie</source>
        <translation>Bei Gleichstand</translation>
    </message>
    <message>
        <source>Minutes with the debrief</source>
        <translation>Minuten mit Nachbesprechung</translation>
    </message>
    <message>
        <source>Language of the room</source>
        <translation>Sprache im Raum</translation>
    </message>
    <message>
        <source>Your firm</source>
        <translation>Ihre Firma</translation>
    </message>
    <message>
        <source>Its address</source>
        <translation>Ihre Anschrift</translation>
    </message>
    <message>
        <source>Phone or e-mail</source>
        <translation>Telefon oder E-Mail</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Open the room</source>
        <translation>Raum öffnen</translation>
    </message>
    <message>
        <source>All vote, the majority decides.</source>
        <translation>Alle stimmen ab, die Mehrheit entscheidet.</translation>
    </message>
    <message>
        <source>Each team plays the same server.</source>
        <translation>Jedes Team spielt denselben Server.</translation>
    </message>
    <message>
        <source>Everybody plays the same server alone.</source>
        <translation>Jeder spielt denselben Server allein.</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Versicherung</translation>
    </message>
    <message>
        <source>Enter your own product</source>
        <translation>Eigenes Produkt eingeben</translation>
    </message>
    <message>
        <source>Change this product</source>
        <translation>Dieses Produkt ändern</translation>
    </message>
    <message>
        <source>Number of teams</source>
        <translation>Zahl der Teams</translation>
    </message>
    <message>
        <source>4 to 6 people in each work best.</source>
        <translation>Am besten sind 4 bis 6 Personen je Team.</translation>
    </message>
    <message>
        <source>Take up the workshop of {date}</source>
        <translation>Workshop vom {date} fortsetzen</translation>
    </message>
    <message>
        <source>{date}: {case}</source>
        <translation>{date}: {case}</translation>
    </message>
    <message>
        <source>For certificates and the report</source>
        <translation>Für Bescheinigungen und Bericht</translation>
    </message>
    <message>
        <source>Reports and certificates of past workshops</source>
        <translation>Berichte und Bescheinigungen früherer Workshops</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Play on</source>
        <translation>Weiterspielen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>The story so far</source>
        <translation>Was bisher geschah</translation>
    </message>
    <message>
        <source>Save a copy here</source>
        <translation>Hier eine Kopie speichern</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>To the title (the play is saved)</source>
        <translation>Zum Titelbild (das Spiel ist gespeichert)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>The text is copied</source>
        <translation>Der Text ist kopiert</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Take this choice</source>
        <translation>Diese Möglichkeit wählen</translation>
    </message>
    <message>
        <source>Move through choices and parts</source>
        <translation>Durch Möglichkeiten und Bereiche gehen</translation>
    </message>
    <message>
        <source>Take the choice with the ring</source>
        <translation>Die umrandete Möglichkeit wählen</translation>
    </message>
    <message>
        <source>Page ↑ ↓</source>
        <translation>Bild ↑ ↓</translation>
    </message>
    <message>
        <source>Read on, read back</source>
        <translation>Weiterlesen, zurücklesen</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>Letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Larger, smaller, usual text</source>
        <translation>Text größer, kleiner, wie üblich</translation>
    </message>
    <message>
        <source>Map: nearer, farther, everything</source>
        <translation>Karte: näher, weiter, alles</translation>
    </message>
    <message>
        <source>Log book</source>
        <translation>Logbuch</translation>
    </message>
    <message>
        <source>Map of your play</source>
        <translation>Karte Ihres Spiels</translation>
    </message>
    <message>
        <source>Log book, to read and to write in</source>
        <translation>Logbuch, zum Lesen und Schreiben</translation>
    </message>
    <message>
        <source>The story so far, to read back in</source>
        <translation>Was bisher geschah, zum Nachlesen</translation>
    </message>
    <message>
        <source>How sure you are, if you like</source>
        <translation>Wie sicher Sie sind, wenn Sie mögen</translation>
    </message>
    <message>
        <source>A hint, if hints are on in the settings</source>
        <translation>Ein Hinweis, wenn Hinweise in den Einstellungen an sind</translation>
    </message>
    <message>
        <source>Menu, or back</source>
        <translation>Menü oder zurück</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Diese Hilfe</translation>
    </message>
    <message>
        <source>A card shows what a choice takes, as far as you can know it: time, the client&apos;s money, your own. What it leads to is another matter.</source>
        <translation>Eine Karte zeigt, was eine Wahl kostet, soweit Sie das wissen können: Zeit, Geld des Kunden, eigenes Geld. Wohin sie führt, steht auf einem anderen Blatt.</translation>
    </message>
    <message>
        <source>Every decision is saved before the next scene shows.</source>
        <translation>Jede Entscheidung ist gespeichert, bevor die nächste Szene erscheint.</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Tasten und Hilfe</translation>
    </message>
</context>
<context>
    <name>StagePanel</name>
    <message>
        <source>Votes as they come in</source>
        <translation>Stimmen, wie sie eingehen</translation>
    </message>
    <message>
        <source>On the wall</source>
        <translation>Auf der Leinwand</translation>
    </message>
    <message>
        <source>This team sits the “what if” out</source>
        <translation>Dieses Team setzt beim „Was wäre, wenn“ aus</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Next: {scene}</source>
        <translation>Als Nächstes: {scene}</translation>
    </message>
    <message>
        <source>On the phones</source>
        <translation>Auf den Telefonen</translation>
    </message>
    <message>
        <source>The scene is on the wall, the vote is not open yet.</source>
        <translation>Die Szene steht auf der Leinwand, die Abstimmung ist noch nicht offen.</translation>
    </message>
    <message>
        <source>The vote is open; nobody but you sees these votes.</source>
        <translation>Die Abstimmung ist offen; nur Sie sehen diese Stimmen.</translation>
    </message>
    <message>
        <source>The vote is closed; the wall does not show it yet.</source>
        <translation>Die Abstimmung ist geschlossen; die Leinwand zeigt sie noch nicht.</translation>
    </message>
    <message>
        <source>The wall shows how the votes fell.</source>
        <translation>Die Leinwand zeigt, wie abgestimmt wurde.</translation>
    </message>
    <message>
        <source>The wall shows what came of it.</source>
        <translation>Die Leinwand zeigt, was daraus wurde.</translation>
    </message>
    <message>
        <source>The phones show each team its scene; no vote is open.</source>
        <translation>Jedes Team sieht seine Szene auf den Telefonen; abgestimmt wird noch nicht.</translation>
    </message>
    <message>
        <source>The phones show each team what came of it.</source>
        <translation>Jedes Team sieht auf den Telefonen, was daraus wurde.</translation>
    </message>
    <message>
        <source>Decided: {choice}</source>
        <translation>Entschieden: {choice}</translation>
    </message>
    <message>
        <source>How sure on average: {n} of 3</source>
        <translation>Wie sicher im Mittel: {n} von 3</translation>
    </message>
    <message>
        <source>No majority: you decide</source>
        <translation>Keine Mehrheit: Sie entscheiden</translation>
    </message>
    <message>
        <source>Everybody plays alone</source>
        <translation>Jeder spielt für sich</translation>
    </message>
    <message>
        <source>At an ending: {n} of {all}</source>
        <translation>Am Ende: {n} von {all}</translation>
    </message>
    <message>
        <source>At an ending</source>
        <translation>An einem Ende</translation>
    </message>
    <message>
        <source>Decisions taken: {n}</source>
        <translation>Getroffene Entscheidungen: {n}</translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>Choose a node</source>
        <translation>Knoten wählen</translation>
    </message>
    <message>
        <source>Way to this node</source>
        <translation>Weg zu diesem Knoten</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Versicherung</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Von hier an spielen</translation>
    </message>
    <message>
        <source>Start of a test play</source>
        <translation>Anfang eines Probespiels</translation>
    </message>
    <message>
        <source>Way {n} · decisions: {decisions} · minute {minutes}</source>
        <translation>Weg {n} · Entscheidungen: {decisions} · Minute {minutes}</translation>
    </message>
    <message>
        <source>Looking for ways…</source>
        <translation>Wege werden gesucht …</translation>
    </message>
    <message>
        <source>No way leads here</source>
        <translation>Kein Weg führt hierher</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Hidden facts</source>
        <translation>Verborgene Fakten</translation>
    </message>
    <message>
        <source>Public values</source>
        <translation>Öffentliche Werte</translation>
    </message>
    <message>
        <source>These values are your own: such a play has no review.</source>
        <translation>Das sind eigene Werte: Ein solches Spiel hat keine Auswertung.</translation>
    </message>
</context>
<context>
    <name>StepDetail</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>Story</source>
        <translation>Geschichte</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Wie es ausging</translation>
    </message>
</context>
<context>
    <name>SumBar</name>
    <message>
        <source>Where your result comes from</source>
        <translation>Woher Ihr Ergebnis kommt</translation>
    </message>
    <message>
        <source>Best play, on average</source>
        <translation>Bestes Spiel, im Schnitt</translation>
    </message>
    <message>
        <source>Your decisions</source>
        <translation>Ihre Entscheidungen</translation>
    </message>
    <message>
        <source>Bad luck</source>
        <translation>Pech</translation>
    </message>
    <message>
        <source>Good luck</source>
        <translation>Glück</translation>
    </message>
    <message>
        <source>Luck</source>
        <translation>Glück oder Pech</translation>
    </message>
    <message>
        <source>Your result</source>
        <translation>Ihr Ergebnis</translation>
    </message>
</context>
<context>
    <name>SumSection</name>
    <message>
        <source>Skill and luck</source>
        <translation>Können und Glück</translation>
    </message>
    <message>
        <source>Work it out</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Costs here are the client&apos;s loss and your own together. Played best, this case costs {start} on average.</source>
        <translation>Kosten sind hier der Schaden des Kunden und Ihr eigener zusammen. Bestmöglich gespielt kostet dieser Fall im Schnitt {start}.</translation>
    </message>
    <message>
        <source>Played best, this case costs {start} on average.</source>
        <translation>Bestmöglich gespielt kostet dieser Fall im Schnitt {start}.</translation>
    </message>
</context>
<context>
    <name>SureButton</name>
    <message>
        <source>Optional, not scored: progress compares it with what the review says. Key C.</source>
        <translation>Freiwillig und nicht gewertet: Der Fortschritt vergleicht es mit der Auswertung. Taste C.</translation>
    </message>
    <message>
        <source>How sure? (C)</source>
        <translation>Wie sicher? (C)</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <translation>Ziemlich sicher</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>How sure are you? {answer}</source>
        <translation>Wie sicher sind Sie? {answer}</translation>
    </message>
</context>
<context>
    <name>TerminalPage</name>
    <message>
        <source>Terminal output</source>
        <translation>Ausgabe des Terminals</translation>
    </message>
</context>
<context>
    <name>TitleScreen</name>
    <message>
        <source>Opening the case files…</source>
        <translation>Die Akten werden geöffnet …</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>About and licences</source>
        <translation>Über das Spiel, Lizenzen</translation>
    </message>
    <message>
        <source>Saved plays</source>
        <translation>Gespeicherte Spiele</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Author view</source>
        <translation>Autorenansicht</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Host a workshop</source>
        <translation>Workshop leiten</translation>
    </message>
    <message>
        <source>Join a workshop</source>
        <translation>An Workshop teilnehmen</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>No case was found. Put one into the folder “scenarios”.</source>
        <translation>Es wurde kein Fall gefunden. Legen Sie einen in den Ordner „scenarios“.</translation>
    </message>
    <message>
        <source>Continue: {case}</source>
        <translation>Fortsetzen: {case}</translation>
    </message>
    <message>
        <source>the last play</source>
        <translation>das letzte Spiel</translation>
    </message>
    <message>
        <source>Decisions taken and saved: {n}</source>
        <translation>Getroffene und gespeicherte Entscheidungen: {n}</translation>
    </message>
    <message>
        <source>Just begun</source>
        <translation>Gerade begonnen</translation>
    </message>
    <message>
        <source>This case cannot be opened. Select it to see why.</source>
        <translation>Dieser Fall lässt sich nicht öffnen. Wählen Sie ihn, um den Grund zu sehen.</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>{n} min to play</source>
        <translation>{n} Min. Spielzeit</translation>
    </message>
    <message>
        <source>Best: you paid {amount}</source>
        <translation>Bestes Ergebnis: Sie zahlten {amount}</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Hier anfangen</translation>
    </message>
</context>
<context>
    <name>TrendPlot</name>
    <message>
        <source>Your rating over time</source>
        <translation>Ihre Wertung im Lauf der Zeit</translation>
    </message>
    <message>
        <source>{case}: {ratings}</source>
        <translation>{case}: {ratings}</translation>
    </message>
    <message>
        <source>Rating, up to 100</source>
        <translation>Wertung, bis 100</translation>
    </message>
    <message>
        <source>Plays, the latest on the right</source>
        <translation>Spiele, das letzte rechts</translation>
    </message>
</context>
<context>
    <name>Truth</name>
    <message>
        <source>What was really the matter</source>
        <translation>Was wirklich los war</translation>
    </message>
    <message>
        <source>What was hidden</source>
        <translation>Was verborgen war</translation>
    </message>
    <message>
        <source>On this server</source>
        <translation>Auf diesem Server</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Progress in percent</source>
        <translation>Fortschritt in Prozent</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>WaterfallChart</name>
    <message>
        <source>From the loss to who pays</source>
        <translation>Vom Schaden zu dem, der zahlt</translation>
    </message>
    <message>
        <source>The client&apos;s loss</source>
        <translation>Schaden des Kunden</translation>
    </message>
    <message>
        <source>What the client has lost, whoever answers for it.</source>
        <translation>Was der Kunde verloren hat, wer auch immer dafür einsteht.</translation>
    </message>
    <message>
        <source>What the client claims, and what is justified</source>
        <translation>Was der Kunde fordert und was berechtigt ist</translation>
    </message>
    <message>
        <source>Justified claim</source>
        <translation>Berechtigter Anspruch</translation>
    </message>
    <message>
        <source>Nobody has a claim against you.</source>
        <translation>Niemand hat einen Anspruch gegen Sie.</translation>
    </message>
    <message>
        <source>What the insurer pays</source>
        <translation>Was der Versicherer zahlt</translation>
    </message>
    <message>
        <source>The insurer pays</source>
        <translation>Der Versicherer zahlt</translation>
    </message>
    <message>
        <source>What the insurer pays to the client for you.</source>
        <translation>Was der Versicherer für Sie an den Kunden zahlt.</translation>
    </message>
    <message>
        <source>What you pay yourself</source>
        <translation>Was Sie selbst zahlen</translation>
    </message>
    <message>
        <source>You pay</source>
        <translation>Sie zahlen</translation>
    </message>
    <message>
        <source>All of the above together: your retained loss.</source>
        <translation>Alles Obige zusammen: der Schaden, der bei Ihnen bleibt.</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>unverändert</translation>
    </message>
</context>
<context>
    <name>Workshop</name>
    <message>
        <source>Back to which decision?</source>
        <translation>Zurück zu welcher Entscheidung?</translation>
    </message>
    <message>
        <source>What if, from which decision on?</source>
        <translation>Was wäre, wenn: ab welcher Entscheidung?</translation>
    </message>
    <message>
        <source>Paper votes</source>
        <translation>Papierstimmen</translation>
    </message>
    <message>
        <source>{n} bots</source>
        <translation>{n} Bots</translation>
    </message>
    <message>
        <source>Rehearse: bots join as phones do and vote at random</source>
        <translation>Probe: Bots treten bei wie Telefone und stimmen zufällig ab</translation>
    </message>
    <message>
        <source>End it; nobody can vote any more</source>
        <translation>Beenden; niemand kann mehr abstimmen</translation>
    </message>
    <message>
        <source>End the workshop?</source>
        <translation>Workshop beenden?</translation>
    </message>
    <message>
        <source>End the workshop, debrief included?</source>
        <translation>Workshop samt Nachbesprechung beenden?</translation>
    </message>
    <message>
        <source>This was not done</source>
        <translation>Das wurde nicht ausgeführt</translation>
    </message>
    <message>
        <source>They count as the others do; what you typed before is replaced.</source>
        <translation>Sie zählen wie die anderen; was Sie vorher eingegeben haben, wird ersetzt.</translation>
    </message>
    <message>
        <source>Count these</source>
        <translation>Diese zählen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Umsetzen</translation>
    </message>
    <message>
        <source>Send this phone out</source>
        <translation>Dieses Telefon hinausschicken</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>The next step (the big button)</source>
        <translation>Der nächste Schritt (die große Schaltfläche)</translation>
    </message>
    <message>
        <source>One more minute, or start a timer</source>
        <translation>Eine Minute mehr, oder einen Timer starten</translation>
    </message>
    <message>
        <source>Break, or go on</source>
        <translation>Pause, oder weiter</translation>
    </message>
    <message>
        <source>Darken the projector, or light it</source>
        <translation>Beamer dunkel oder hell</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>Den letzten Schritt zurücknehmen</translation>
    </message>
    <message>
        <source>Back to a decision</source>
        <translation>Zurück zu einer Entscheidung</translation>
    </message>
    <message>
        <source>What if: the same server, another way</source>
        <translation>Was wäre, wenn: derselbe Server, ein anderer Weg</translation>
    </message>
    <message>
        <source>Vote again, after a discussion</source>
        <translation>Nach einer Diskussion noch einmal abstimmen</translation>
    </message>
    <message>
        <source>Type in paper votes</source>
        <translation>Papierstimmen eingeben</translation>
    </message>
    <message>
        <source>Skip to the debrief</source>
        <translation>Zur Nachbesprechung</translation>
    </message>
    <message>
        <source>Full screen (in the projector&apos;s window too)</source>
        <translation>Vollbild (auch im Fenster für den Beamer)</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Diese Hilfe</translation>
    </message>
    <message>
        <source>Keys in the cockpit</source>
        <translation>Tasten im Cockpit</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The workshop is running. Once closed, it can be taken up again from “Host a workshop”, and the phones find back.</source>
        <translation>Der Workshop läuft. Wird er geschlossen, lässt er sich über „Workshop leiten“ fortsetzen, und die Telefone finden zurück.</translation>
    </message>
    <message>
        <source>Listen in which network? Phones must join again there.</source>
        <translation>In welchem Netz soll der Raum erreichbar sein? Telefone müssen dort neu beitreten.</translation>
    </message>
    <message>
        <source>The room cannot be opened</source>
        <translation>Der Raum lässt sich nicht öffnen</translation>
    </message>
</context>
<context>
    <name>_Signature</name>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
</context>
</TS>
