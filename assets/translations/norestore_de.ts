<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutScreen</name>
    <message>
        <source>About and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}. MIT License.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training game about risk for people who look after other people&apos;s computers. The cases follow published damage events; persons and firms are made up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The law and the insurance in it are a teaching model of German law. It is no legal advice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer. There is no account, no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence of the typefaces</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BriefingScreen</name>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full service. You owe careful work, not a result (§ 611 BGB).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract for works. You owe the result (§ 631 BGB).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. You are liable without limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount}, in your standard terms. Courts let such a clause stand only in part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount}, negotiated. It does not hold for gross negligence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit of liability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solid policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever you owe the client, you pay yourself, and your lawyer too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays up to {amount} for each claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>but for purely financial loss at most {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your deductible: {percent} % of the payment, {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your deductible: {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your professional indemnity insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number hides the same faults. Leave it empty for a new server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>The story ends here. The bill does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the client&apos;s claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys 1 to {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClaimScreen</name>
    <message>
        <source>The client&apos;s loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Justified claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The insurer pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step with amount, reason and source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every step as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review your decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No claim is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It claims {claim}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It claims nothing from you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rest} of the claim is fended off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defence costs {defence}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this {own} for your own hours and outlays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client&apos;s management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We have looked at what happened to our systems. We make no claim against you and regard the matter as closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim for damages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {date} our systems have failed while they were in your care. We hold you responsible and put our damage at:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please confirm within two weeks that you will pay this amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No insurer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no professional indemnity insurance. Nobody examines the claim for you, nobody fends off the unjustified part, and nobody pays the justified one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your insurer · {policy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The insurer&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your policy is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum insured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sublimit for pure financial loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You bear {amount} yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You bear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No claim has been made, so there is nothing to settle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the {claim} claimed, {justified} are justified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the loss to who pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a step to read its reason. Up and Down move from step to step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This shows how such a case is weighed. It teaches; it is no legal advice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionList</name>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>risky</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decisions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <source>What could be known then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play on from here with this choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing first would have been worth {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until your next decision: {time}, {client} lost by the client, {own} by you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No choice was better, given what you could know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound: on average only {regret} more than the best choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risky: on average it costs {regret} more than the best choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grave: on average it costs {regret} more than the best choice, however it ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>The details are in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details could not be written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error of the game&apos;s own. Your play is saved up to the last decision; you can go on, or close the window and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That should not have happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FramedPage</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrontierPlot</name>
    <message>
        <source>The client&apos;s loss and yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{plan}: the client loses {client}, you {own} on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client&apos;s loss, up to {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own loss, up to {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadBars</name>
    <message>
        <source>What the loss is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{head}: {yours}; in the real case {real}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>A client&apos;s server is dying. You are the IT provider. Decide, then pay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Take the hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tells which choice is best here, given what you can know, and what testing first is worth. In the rating it counts like a decision that costs {percent} % of the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out the hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working it out. Closing cancels it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best here, on average: {choice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best test, “{test}”, saves {amount} on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best test, “{test}”, costs {amount} more than it saves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hints used: {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>How results spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your result: {mine}; about {share} % of {plays} plays ended cheaper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average of best play: {mean}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of plays, up to {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final cost, {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>On paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page each. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name on the certificate. Leave it empty to write it by hand; it is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KnownList</name>
    <message>
        <source>What is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing for certain yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>What to take along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No decision of yours was worse than the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogBook</name>
    <message>
        <source>Log book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still empty. What you note here is what you can prove later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>About your settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cases could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saves could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no case called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings were not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This play cannot be played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the title (the play is saved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionBars</name>
    <message>
        <source>What each option was worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option}: {amount} on average</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayScreen</name>
    <message>
        <source>What is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log book</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>The client&apos;s loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The real case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play another server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play this server again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{case} · server no. {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out what each decision was worth ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The insurer pays {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was what the client lost there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hints used: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perfect play has 100; luck does not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back here: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the client lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you answer for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you pay yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red is yours, grey below it the real case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client&apos;s loss and your liability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the loss is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the real case came to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other plays of this case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SceneWidget</name>
    <message>
        <source>Picture: your office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: on the road to the server centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: the rack in the server centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: the workbench with the drives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: the data-recovery lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: the negotiating table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: the phone rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture: the empty office at night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A desk with a monitor, a phone and a mug in front of a wide window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A van on a country road; the server centre stands on the horizon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An open rack between closed ones, a lamp above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An opened drive on an antistatic mat, others beside it, a wrist strap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clean bench with an opened drive, an imaging device and a microscope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You face the client and a colleague across a table with papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone in its cradle shows a call; a note pad lies ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is there; one screen is on before the lights of the town.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {clock}, night.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {clock}, dawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {clock}, daylight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {clock}, dusk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some services are down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All services are down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All disk lights are green.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One disk light is amber: the array is degraded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One disk blinks amber: the array is being rebuilt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two disk lights are red, the rest dark: the array failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The MFT component is scorched and dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rented rack runs beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of all disks are complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sector map has many red fields: unreadable data.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures fade, figures count up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything changes at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You decide on what you know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H tells the best choice and what a test is worth; it lowers the rating.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hints during play (never in an examination)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Take this choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move through choices and parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the choice with the ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read on, read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu, or back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card shows what a choice takes, as far as you can know it: time, the client&apos;s money, your own. What it leads to is another matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every decision is saved before the next scene shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepDetail</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>Story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SumBar</name>
    <message>
        <source>Where your result comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best play, on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad luck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good luck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SumSection</name>
    <message>
        <source>Skill and luck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs here are the client&apos;s loss and your own together. Played best, this case costs {start} on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Played best, this case costs {start} on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You decided well and were unlucky. A good decision with a bad outcome is still a good decision: take it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You decided well, and luck was on your side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luck covered for you. The same decisions on another day would have cost more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some decisions cost you money, but bad luck cost you more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was your decisions, more than luck, that made this expensive.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TerminalPage</name>
    <message>
        <source>Terminal output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TitleScreen</name>
    <message>
        <source>Opening the case files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case was found. Put one into the folder “scenarios”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue: {case}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} decisions taken and saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case cannot be opened. Select it to see why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min to play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best: you paid {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaterfallChart</name>
    <message>
        <source>From the loss to who pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client&apos;s loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the client has lost, whoever answers for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the client claims, and what is justified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Justified claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has a claim against you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the insurer pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The insurer pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the insurer pays to the client for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you pay yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of the above together: your retained loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Head</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client&apos;s loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day {n}, {weekday}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
