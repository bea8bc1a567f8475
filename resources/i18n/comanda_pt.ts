<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en_US">
<context>
    <name>comanda::desktop::Desktop</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Prática</translation>
    </message>
</context>
<context>
    <name>comanda::practice::PracticePanel</name>
    <message>
        <source>Practice panel</source>
        <translation>Painel de prática</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Consertar</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>Consertar %1</translation>
    </message>
    <message>
        <source>A simulated customer sends a WhatsApp cart now</source>
        <translation>Um cliente simulado envia agora um carrinho do WhatsApp</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>Gone: refuses connections</source>
        <translation>Sumiu: recusa conexões</translation>
    </message>
    <message>
        <source>Hangs: never answers</source>
        <translation>Travado: nunca responde</translation>
    </message>
    <message>
        <source>Ill: error pages</source>
        <translation>Doente: páginas de erro</translation>
    </message>
    <message>
        <source>Silent: nothing arrives</source>
        <translation>Calado: nada chega</translation>
    </message>
    <message>
        <source>Refuses our token</source>
        <translation>Recusa nossa chave</translation>
    </message>
    <message>
        <source>Delivers everything twice</source>
        <translation>Entrega tudo duas vezes</translation>
    </message>
    <message>
        <source>Delivers out of order</source>
        <translation>Entrega fora de ordem</translation>
    </message>
    <message>
        <source>Delivers old messages at once</source>
        <translation>Entrega de uma vez mensagens antigas</translation>
    </message>
    <message>
        <source>Messages come and go as usual.</source>
        <translation>As mensagens vão e vêm como sempre.</translation>
    </message>
    <message>
        <source>As if its computers were switched off. Customers&apos; messages come when it returns.</source>
        <translation>Como se os computadores dele estivessem desligados. As mensagens dos clientes chegam quando voltar.</translation>
    </message>
    <message>
        <source>It takes every request and says nothing. It is unsure whether answers arrived.</source>
        <translation>Recebe tudo e não diz nada. Não é certo que as respostas chegaram.</translation>
    </message>
    <message>
        <source>A web page with an error instead of an answer.</source>
        <translation>Uma página com um erro no lugar de uma resposta.</translation>
    </message>
    <message>
        <source>It looks well, but no message is delivered until it is restored.</source>
        <translation>Parece estar bem, mas não entrega mensagens até ser restaurado.</translation>
    </message>
    <message>
        <source>As if somebody had changed the password: it asks for a new sign-in.</source>
        <translation>Como se alguém tivesse trocado a senha: pede para entrar de novo.</translation>
    </message>
    <message>
        <source>Each message comes more than once; it must show only once.</source>
        <translation>Cada mensagem chega mais de uma vez; deve aparecer uma só.</translation>
    </message>
    <message>
        <source>Newer messages come before older ones.</source>
        <translation>As mensagens novas chegam antes das antigas.</translation>
    </message>
    <message>
        <source>Dozens of messages that are hours old, as after an outage.</source>
        <translation>Dezenas de mensagens de horas atrás, como depois de uma queda.</translation>
    </message>
    <message>
        <source>Break something on purpose</source>
        <translation>Quebrar algo de propósito</translation>
    </message>
    <message>
        <source>To learn what to do</source>
        <translation>Para aprender o que fazer</translation>
    </message>
    <message>
        <source>Pace of the customers</source>
        <translation>Ritmo dos clientes</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>Calmo</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Almoço</translation>
    </message>
    <message>
        <source>Rush</source>
        <translation>Correria</translation>
    </message>
    <message>
        <source>A WhatsApp cart now</source>
        <translation>Um carrinho agora</translation>
    </message>
    <message>
        <source>Talking with us</source>
        <translation>Conversando</translation>
    </message>
    <message>
        <source>Messages written</source>
        <translation>Mensagens escritas</translation>
    </message>
    <message>
        <source>Carts sent</source>
        <translation>Carrinhos enviados</translation>
    </message>
    <message>
        <source>Answers received</source>
        <translation>Respostas recebidas</translation>
    </message>
    <message>
        <source>Break…</source>
        <translation>Quebrar…</translation>
    </message>
    <message>
        <source>Break %1</source>
        <translation>Quebrar %1</translation>
    </message>
    <message>
        <source>Let them go on</source>
        <translation>Que continuem</translation>
    </message>
    <message>
        <source>Pause the customers</source>
        <translation>Pausar clientes</translation>
    </message>
    <message>
        <source>All of Meta</source>
        <translation>Toda a Meta</translation>
    </message>
    <message>
        <source>Gone, all four at once</source>
        <translation>Fora, os quatro de uma vez</translation>
    </message>
    <message>
        <source>As on 4 October 2021</source>
        <translation>Como em 4 de outubro de 2021</translation>
    </message>
    <message>
        <source>Telegram, Signal and the queue go on.</source>
        <translation>Telegram, Signal e a fila continuam.</translation>
    </message>
    <message>
        <source>Answers rubbish</source>
        <translation>Responde coisas sem sentido</translation>
    </message>
    <message>
        <source>Bytes that mean nothing, as from a broken machine on the way.</source>
        <translation>Bytes sem sentido, como de uma máquina quebrada no caminho.</translation>
    </message>
    <message>
        <source>As if somebody had removed this computer from the phone&apos;s linked devices.</source>
        <translation>Como se alguém tivesse removido este computador dos aparelhos conectados do celular.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::AnswerRow</name>
    <message>
        <source>In private, once</source>
        <translation>Em particular, uma vez</translation>
    </message>
    <message>
        <source>Only in public now</source>
        <translation>Agora só em público</translation>
    </message>
    <message>
        <source>Only who wrote the comment sees the answer. It can be done once.</source>
        <translation>Só quem escreveu o comentário vê a resposta. Pode ser uma vez.</translation>
    </message>
    <message>
        <source>Answer nobody in particular</source>
        <translation>Não responder a ninguém em especial</translation>
    </message>
    <message>
        <source>Answering “%1”</source>
        <translation>Respondendo a “%1”</translation>
    </message>
    <message>
        <source>Answering %1: “%2”</source>
        <translation>Respondendo a %1: “%2”</translation>
    </message>
</context>
<context>
    <name>comanda::ui::Bubble</name>
    <message>
        <source>ARRIVED LATE · written %1</source>
        <translation>CHEGOU TARDE · escrito %1</translation>
    </message>
    <message>
        <source>Public comment</source>
        <translation>Comentário público</translation>
    </message>
    <message>
        <source>Pressed a button</source>
        <translation>Tocou em um botão</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>a caminho</translation>
    </message>
    <message>
        <source>too large to keep</source>
        <translation>grande demais para guardar</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>não está mais lá</translation>
    </message>
    <message>
        <source>could not be fetched</source>
        <translation>não foi possível buscar</translation>
    </message>
    <message>
        <source>Cart from the catalogue</source>
        <translation>Carrinho do catálogo</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Ver mais</translation>
    </message>
    <message>
        <source>deleted by the customer</source>
        <translation>apagada pelo cliente</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editada</translation>
    </message>
    <message>
        <source>In private</source>
        <translation>Em particular</translation>
    </message>
    <message>
        <source>Approved text</source>
        <translation>Texto aprovado</translation>
    </message>
    <message>
        <source>Answered in private</source>
        <translation>Respondido em particular</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ChannelForm</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Verificação</translation>
    </message>
    <message>
        <source>Press Test: Comanda asks %1 who we are. Nothing is sent to anybody.</source>
        <translation>Toque em Testar: o Comanda pergunta ao %1 quem somos. Nada é enviado a ninguém.</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>Conectar %1</translation>
    </message>
    <message>
        <source>Name for staff</source>
        <translation>Nome para a equipe</translation>
    </message>
    <message>
        <source>(optional)</source>
        <translation>(opcional)</translation>
    </message>
    <message>
        <source>Kept. Type here only to replace it.</source>
        <translation>Guardada. Digite aqui só para trocá-la.</translation>
    </message>
    <message>
        <source>How its messages get here</source>
        <translation>Como chegam as mensagens</translation>
    </message>
    <message>
        <source>%1 only delivers to a public address. Set up a mailbox, or a public address of this machine, under &quot;Mailbox&quot;.</source>
        <translation>O %1 só entrega a um endereço público. Configure uma caixa, ou um endereço público deste computador, em &quot;Caixa&quot;.</translation>
    </message>
    <message>
        <source>Address to give to %1</source>
        <translation>Endereço para dar ao %1</translation>
    </message>
    <message>
        <source>Type it as the callback address on the platform&apos;s webhook page.</source>
        <translation>Digite-o como endereço de retorno na página de webhooks da plataforma.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>What this channel can do</source>
        <translation>O que este canal pode fazer</translation>
    </message>
    <message>
        <source>Photos, voice notes and files</source>
        <translation>Fotos, mensagens de voz e arquivos</translation>
    </message>
    <message>
        <source>No photos or files</source>
        <translation>Sem fotos nem arquivos</translation>
    </message>
    <message>
        <source>Buttons to answer with</source>
        <translation>Botões para responder</translation>
    </message>
    <message>
        <source>No buttons</source>
        <translation>Sem botões</translation>
    </message>
    <message>
        <source>Tells when the customer has read</source>
        <translation>Diz quando o cliente leu</translation>
    </message>
    <message>
        <source>Does not tell what was read</source>
        <translation>Não diz o que foi lido</translation>
    </message>
    <message>
        <source>What was sent can be changed</source>
        <translation>O que foi enviado pode ser mudado</translation>
    </message>
    <message>
        <source>What was sent cannot be changed</source>
        <translation>O que foi enviado não pode ser mudado</translation>
    </message>
    <message>
        <source>No time limit to answer</source>
        <translation>Sem limite de tempo para responder</translation>
    </message>
    <message numerus="yes">
        <source>Answers only within %n hour(s) of the customer&apos;s last message</source>
        <translation>
            <numerusform>Responde só até %n hora depois da última mensagem do cliente</numerusform>
            <numerusform>Responde só até %n horas depois da última mensagem do cliente</numerusform>
        </translation>
    </message>
    <message>
        <source>We may write first</source>
        <translation>Podemos escrever primeiro</translation>
    </message>
    <message>
        <source>The customer writes first</source>
        <translation>O cliente escreve primeiro</translation>
    </message>
    <message>
        <source>Your link for customers</source>
        <translation>Seu link para os clientes</translation>
    </message>
    <message>
        <source>It is still empty.</source>
        <translation>Ainda está vazio.</translation>
    </message>
    <message>
        <source>That does not look right. Copy it once more.</source>
        <translation>Não parece certo. Copie de novo.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Perguntando ao %1…</translation>
    </message>
    <message>
        <source>%1 does not accept this</source>
        <translation>O %1 não aceita isto</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>O %1 responde</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bom</translation>
    </message>
    <message>
        <source>The key is good</source>
        <translation>A chave serve</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Confira</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Não foi salvo</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Salvo</translation>
    </message>
    <message>
        <source>The channel starts now. Its light is above.</source>
        <translation>O canal inicia agora. A luz dele está acima.</translation>
    </message>
    <message>
        <source>Disconnect %1? Its chats and orders stay here.</source>
        <translation>Desconectar %1? As conversas e os pedidos ficam aqui.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Manter</translation>
    </message>
    <message>
        <source>Not disconnected</source>
        <translation>Não foi desconectado</translation>
    </message>
    <message>
        <source>The app at Meta. All channels of one app share this: type it once, for any of them.</source>
        <translation>O aplicativo na Meta. Todos os canais de um aplicativo compartilham isto: digite uma vez, em qualquer um deles.</translation>
    </message>
    <message>
        <source>For special cases</source>
        <translation>Para casos especiais</translation>
    </message>
    <message>
        <source>Kept with %1, and used here too.</source>
        <translation>Guardada com %1; usada aqui também.</translation>
    </message>
    <message>
        <source>This is another number</source>
        <translation>Este é outro número</translation>
    </message>
    <message>
        <source>The channel had %1, this phone has %2. Save only if that is right.</source>
        <translation>O canal tinha %1 e este telefone tem %2. Salve só se estiver certo.</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>Ativar</translation>
    </message>
    <message>
        <source>It could not be switched on</source>
        <translation>Não foi possível ativar</translation>
    </message>
    <message>
        <source>The number is linked</source>
        <translation>O número está vinculado</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ChannelStrip</name>
    <message>
        <source>Channels</source>
        <translation>Canais</translation>
    </message>
    <message>
        <source>No sound %1:%2</source>
        <translation>Sem som %1:%2</translation>
    </message>
    <message>
        <source>Sound is off. Turn it on</source>
        <translation>Sem som. Ativar</translation>
    </message>
    <message>
        <source>Turn the sound off for 15 minutes</source>
        <translation>Desligar o som por 15 minutos</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ChatPane</name>
    <message>
        <source>Order these words</source>
        <translation>Pedir estas palavras</translation>
    </message>
    <message>
        <source>Make an order</source>
        <translation>Fazer um pedido</translation>
    </message>
    <message>
        <source>Make an order from the selected words or message</source>
        <translation>Fazer um pedido com as palavras ou a mensagem escolhida</translation>
    </message>
    <message numerus="yes">
        <source>%n open orders</source>
        <translation>
            <numerusform>%n pedido aberto</numerusform>
            <numerusform>%n pedidos abertos</numerusform>
        </translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Anexar um arquivo</translation>
    </message>
    <message>
        <source>This answer is waiting to leave.</source>
        <translation>Esta resposta espera para sair.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Let it wait</source>
        <translation>Deixar esperar</translation>
    </message>
    <message>
        <source>It may have arrived. Sending again may send it twice.</source>
        <translation>Pode ter chegado. Enviar de novo pode duplicar.</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Chegou</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de novo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Agora não</translation>
    </message>
    <message>
        <source>This kind of file can do harm. Save it only if you know who sent it.</source>
        <translation>Este tipo de arquivo pode causar danos. Salve só se souber quem enviou.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Salvar como…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Deixar</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Salvar como</translation>
    </message>
    <message>
        <source>Ask for the number</source>
        <translation>Pedir o telefone</translation>
    </message>
    <message>
        <source>came by “%1”</source>
        <translation>veio por “%1”</translation>
    </message>
    <message>
        <source>Who this customer is</source>
        <translation>Quem é este cliente</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ClosedRow</name>
    <message>
        <source>Approved text…</source>
        <translation>Texto aprovado…</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Ligar para %1</translation>
    </message>
    <message>
        <source>Write on %1</source>
        <translation>Escrever pelo %1</translation>
    </message>
</context>
<context>
    <name>comanda::ui::Column</name>
    <message>
        <source>Nothing here</source>
        <translation>Nada aqui</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n orders</source>
        <translation>
            <numerusform>%1, %n pedido</numerusform>
            <numerusform>%1, %n pedidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>the head of a column: orders</comment>
        <translation>Aceitos</translation>
    </message>
    <message>
        <source>Ready</source>
        <comment>the head of a column: orders</comment>
        <translation>Prontos</translation>
    </message>
</context>
<context>
    <name>comanda::ui::Composer</name>
    <message>
        <source>%1 h %2 min left to answer</source>
        <translation>Restam %1 h %2 min para responder</translation>
    </message>
    <message>
        <source>%1 min left to answer</source>
        <translation>Restam %1 min para responder</translation>
    </message>
    <message>
        <source>%1:%2 left to answer</source>
        <translation>Restam %1:%2 para responder</translation>
    </message>
    <message>
        <source>%1 lets shops answer only for a while after the customer&apos;s last message. That time is over: wait for the customer to write, or call.</source>
        <translation>O %1 só deixa responder por um tempo depois da última mensagem do cliente. Esse tempo passou: espere que ele escreva, ou ligue.</translation>
    </message>
    <message>
        <source>On %1 the customer has to write first.</source>
        <translation>No %1 o cliente precisa escrever primeiro.</translation>
    </message>
    <message>
        <source>This customer has blocked us on %1. Call instead.</source>
        <translation>Este cliente nos bloqueou no %1. Melhor ligar.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Anexar um arquivo</translation>
    </message>
    <message>
        <source>Quick reply: %1</source>
        <translation>Resposta rápida: %1</translation>
    </message>
    <message>
        <source>Write to %1 on %2</source>
        <translation>Escrever para %1 pelo %2</translation>
    </message>
    <message>
        <source>Goes out when %1 is back</source>
        <translation>Sai quando o %1 voltar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>More quick replies</source>
        <translation>Mais respostas rápidas</translation>
    </message>
    <message numerus="yes">
        <source>%n letters too many</source>
        <translation>
            <numerusform>Sobra %n letra</numerusform>
            <numerusform>Sobram %n letras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left to answer by hand</source>
        <translation>
            <numerusform>Falta %n dia para responder à mão</numerusform>
            <numerusform>Faltam %n dias para responder à mão</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left to answer by hand</source>
        <translation>
            <numerusform>Falta %n hora para responder à mão</numerusform>
            <numerusform>Faltam %n horas para responder à mão</numerusform>
        </translation>
    </message>
    <message>
        <source>Send in private</source>
        <translation>Enviar em particular</translation>
    </message>
    <message>
        <source>%1 lets shops answer only for a while after the customer&apos;s last message. That time is over: only an approved text can be sent until the customer writes again.</source>
        <translation>O %1 só deixa responder por um tempo depois da última mensagem do cliente. Esse tempo acabou: até o cliente escrever de novo, só se pode enviar um texto aprovado.</translation>
    </message>
    <message>
        <source>The shop&apos;s own %1 account does not let us answer here. Its owner can allow it there, or answer on the phone.</source>
        <translation>A conta da própria loja no %1 não nos deixa responder aqui. O dono pode permitir lá, ou responder pelo telefone.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ConversationDelegate</name>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n em espera</numerusform>
            <numerusform>%n em espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Não saiu</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Não é certo</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pedido</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n pedido</numerusform>
            <numerusform>%n pedidos</numerusform>
        </translation>
    </message>
    <message>
        <source>We</source>
        <translation>Nós</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Só leitura</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ConversationModel</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n não lida</numerusform>
            <numerusform>%n não lidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open orders</source>
        <translation>
            <numerusform>%n pedido aberto</numerusform>
            <numerusform>%n pedidos abertos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to leave</source>
        <translation>
            <numerusform>%n espera para sair</numerusform>
            <numerusform>%n esperam para sair</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comanda::ui::CustomerForm</name>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Alergias</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>No address, allergies or notes yet.</source>
        <translation>Ainda sem endereço, alergias nem notas.</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>Anotar</translation>
    </message>
    <message>
        <source>Write down address, allergies and notes</source>
        <translation>Anotar endereço, alergias e notas</translation>
    </message>
    <message>
        <source>What is known of this customer</source>
        <translation>O que se sabe deste cliente</translation>
    </message>
    <message>
        <source>peanut, shellfish</source>
        <translation>amendoim, camarão</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Save what is written of this customer</source>
        <translation>Salvar o que foi anotado deste cliente</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Throw away what was typed of this customer</source>
        <translation>Descartar o que foi escrito deste cliente</translation>
    </message>
    <message>
        <source>Last delivered to %1</source>
        <translation>Última entrega: %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Mudar</translation>
    </message>
    <message>
        <source>Meanwhile somebody wrote: %1</source>
        <translation>Enquanto isso, alguém escreveu: %1</translation>
    </message>
</context>
<context>
    <name>comanda::ui::IdentityRow</name>
    <message>
        <source>Comments on %1</source>
        <translation>Comentários no %1</translation>
    </message>
    <message>
        <source>this chat</source>
        <translation>esta conversa</translation>
    </message>
</context>
<context>
    <name>comanda::ui::InboxPage</name>
    <message>
        <source>Choose a chat</source>
        <translation>Escolha uma conversa</translation>
    </message>
    <message>
        <source>Ctrl+O makes an order of what is selected.</source>
        <translation>Ctrl+O faz um pedido com o que está escolhido.</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Conversas</translation>
    </message>
    <message>
        <source>Search the chats</source>
        <translation>Buscar nas conversas</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Não lidas</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversas</translation>
    </message>
    <message>
        <source>Nobody has written yet</source>
        <translation>Ninguém escreveu ainda</translation>
    </message>
    <message>
        <source>The first message appears here.</source>
        <translation>A primeira mensagem aparece aqui.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Nada aqui</translation>
    </message>
    <message>
        <source>Nothing with “%1”</source>
        <translation>Nada com “%1”</translation>
    </message>
    <message>
        <source>Try without the filter.</source>
        <translation>Tente sem o filtro.</translation>
    </message>
    <message>
        <source>Unread %1</source>
        <translation>Não lidas %1</translation>
    </message>
</context>
<context>
    <name>comanda::ui::KeyPlaceForm</name>
    <message>
        <source>The keychain of this machine opens the keys when somebody signs in to it.</source>
        <translation>O chaveiro deste computador abre as chaves quando alguém entra nele.</translation>
    </message>
    <message>
        <source>A passphrase opens the keys each time Comanda starts.</source>
        <translation>Uma frase abre as chaves cada vez que o Comanda começa.</translation>
    </message>
    <message>
        <source>A file that only this account of this machine can read opens the keys: whoever can use the account can use the channels.</source>
        <translation>Um arquivo que só esta conta deste computador pode ler abre as chaves: quem pode usar a conta pode usar os canais.</translation>
    </message>
    <message>
        <source>What opens the keys</source>
        <translation>O que abre as chaves</translation>
    </message>
    <message>
        <source>Passphrase as it is now</source>
        <translation>Frase atual</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frase nova</translation>
    </message>
    <message>
        <source>At least eight letters. It is asked each time Comanda starts.</source>
        <translation>Ao menos oito letras. É pedida cada vez que o Comanda começa.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Trocar</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Pedir</translation>
    </message>
    <message>
        <source>With the recovery code the keys can be opened when the machine or the passphrase is lost. If nobody knows where it is, make a new one: the old one then opens nothing.</source>
        <translation>Com o código de recuperação as chaves se abrem se o computador ou a frase se perder. Se ninguém sabe onde está, faça um novo: o antigo não abre mais nada.</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>Código novo</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>Não foi trocada</translation>
    </message>
    <message>
        <source>From the next start on the new passphrase is asked</source>
        <translation>A partir do próximo início a frase nova é pedida</translation>
    </message>
    <message>
        <source>No new code</source>
        <translation>Não há código novo</translation>
    </message>
    <message>
        <source>Write this code down and keep it away from this machine. It is shown this once, and the one before opens nothing any more.</source>
        <translation>Anote este código e guarde longe deste computador. Ele aparece só esta vez, e o anterior não abre mais nada.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperação</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Já anotei</translation>
    </message>
</context>
<context>
    <name>comanda::ui::KeysForm</name>
    <message>
        <source>Its key has ended</source>
        <translation>Sua chave venceu</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>vencida</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dia</numerusform>
            <numerusform>%n dias</numerusform>
        </translation>
    </message>
    <message>
        <source>When its key ends is not known</source>
        <translation>Não se sabe quando sua chave vence</translation>
    </message>
    <message>
        <source>Comanda asks once a day while the channel runs. With the app&apos;s id and secret Meta answers for certain.</source>
        <translation>O Comanda pergunta uma vez por dia enquanto o canal funciona. Com o número e o segredo do aplicativo a Meta responde com certeza.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>não se sabe</translation>
    </message>
    <message>
        <source>Its key does not end by itself</source>
        <translation>Sua chave não vence sozinha</translation>
    </message>
    <message>
        <source>It is void when whoever made it changes the password or leaves the page.</source>
        <translation>Deixa de valer se quem a fez mudar a senha ou sair da página.</translation>
    </message>
    <message>
        <source>lasts</source>
        <translation>dura</translation>
    </message>
    <message>
        <source>Comanda renews its key by itself</source>
        <translation>O Comanda renova sua chave sozinho</translation>
    </message>
    <message>
        <source>The present one would end on %1.</source>
        <translation>A atual venceria em %1.</translation>
    </message>
    <message>
        <source>renewed</source>
        <translation>renova-se</translation>
    </message>
    <message>
        <source>Its key ends on %1</source>
        <translation>Sua chave vence em %1</translation>
    </message>
    <message numerus="yes">
        <source>Key ends in %n day(s)</source>
        <translation>
            <numerusform>Vence em %n dia</numerusform>
            <numerusform>Vence em %n dias</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Chaves</translation>
    </message>
    <message>
        <source>When a key ends, its channel goes silent. The light turns amber two weeks before.</source>
        <translation>Quando uma chave vence, seu canal se cala. A luz fica âmbar duas semanas antes.</translation>
    </message>
    <message>
        <source>No channel is connected yet.</source>
        <translation>Ainda não há nenhum canal conectado.</translation>
    </message>
    <message>
        <source>It has no key: the shop&apos;s phone let it in</source>
        <translation>Não tem chave: o telefone da loja o deixou entrar</translation>
    </message>
    <message>
        <source>Signal forgets a linked device that was not used for about a month.</source>
        <translation>O Signal esquece um dispositivo vinculado que não foi usado por cerca de um mês.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
</context>
<context>
    <name>comanda::ui::LightSheet</name>
    <message>
        <source>Settings of this channel</source>
        <translation>Ajustes do canal</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
    <message>
        <source>Like this since</source>
        <translation>Assim desde</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Última mensagem</translation>
    </message>
    <message>
        <source>Last answer that worked</source>
        <translation>Último contato bom</translation>
    </message>
    <message>
        <source>Last trouble</source>
        <translation>Último problema</translation>
    </message>
    <message>
        <source>Waiting to leave</source>
        <translation>Esperam para sair</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>nenhum ainda</translation>
    </message>
</context>
<context>
    <name>comanda::ui::LineRow</name>
    <message>
        <source>One less</source>
        <translation>Um a menos</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Um a mais</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Tirar a linha</translation>
    </message>
    <message>
        <source>Dish and changes</source>
        <translation>Prato e mudanças</translation>
    </message>
    <message>
        <source>Dish, then its changes after a comma</source>
        <translation>Prato e, depois de uma vírgula, as mudanças</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>Preço de um</translation>
    </message>
    <message>
        <source>price</source>
        <translation>preço</translation>
    </message>
</context>
<context>
    <name>comanda::ui::LinkWizard</name>
    <message>
        <source>Link with the phone</source>
        <translation>Vincular com o telefone</translation>
    </message>
    <message>
        <source>Show code</source>
        <translation>Mostrar código</translation>
    </message>
    <message>
        <source>For a signal-cli that is not linked yet. You need the shop&apos;s phone with Signal in your hand.</source>
        <translation>Para um signal-cli que ainda não está vinculado. Tenha à mão o telefone da loja com o Signal.</translation>
    </message>
    <message>
        <source>Asking signal-cli for a code…</source>
        <translation>Pedindo um código ao signal-cli…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>1. On the shop&apos;s phone open Signal, Settings, Linked devices.</source>
        <translation>1. No telefone da loja abra Signal, Configurações, Dispositivos vinculados.</translation>
    </message>
    <message>
        <source>2. Touch &quot;Link a new device&quot; and point the camera at this code.</source>
        <translation>2. Toque em “Vincular novo dispositivo” e aponte a câmera para este código.</translation>
    </message>
    <message>
        <source>3. Confirm on the phone, and wait until it says so here.</source>
        <translation>3. Confirme no telefone e espere até que apareça aqui.</translation>
    </message>
    <message>
        <source>Code to scan with the shop&apos;s phone</source>
        <translation>Código para ler com o telefone da loja</translation>
    </message>
    <message>
        <source>The code is good for %1:%2 more.</source>
        <translation>O código vale por mais %1:%2.</translation>
    </message>
    <message>
        <source>Signal wants to see a person</source>
        <translation>O Signal quer ver uma pessoa</translation>
    </message>
    <message>
        <source>Open this page in a browser</source>
        <translation>Abra esta página em um navegador</translation>
    </message>
    <message>
        <source>Solve the riddle. Then copy the address of the button &quot;Open Signal&quot;: it begins with signalcaptcha.</source>
        <translation>Resolva o enigma. Depois copie o endereço do botão “Open Signal”: começa com signalcaptcha.</translation>
    </message>
    <message>
        <source>The copied address</source>
        <translation>O endereço copiado</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>The phone has linked us</source>
        <translation>O telefone nos vinculou</translation>
    </message>
    <message>
        <source>Linked with %1</source>
        <translation>Vinculado com %1</translation>
    </message>
    <message>
        <source>Type its number at the left, and press Save.</source>
        <translation>Digite o número à esquerda e toque em Salvar.</translation>
    </message>
    <message>
        <source>Now press Save.</source>
        <translation>Agora toque em Salvar.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bom</translation>
    </message>
    <message>
        <source>Link another phone</source>
        <translation>Vincular outro</translation>
    </message>
    <message>
        <source>Not before %1.</source>
        <translation>Espere até %1.</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>Não vinculado</translation>
    </message>
    <message>
        <source>Show a new code</source>
        <translation>Outro código</translation>
    </message>
    <message>
        <source>It is for the shop&apos;s phone alone: show it to nobody else.</source>
        <translation>É só para o telefone da loja: não mostre a mais ninguém.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::LinksForm</name>
    <message>
        <source>Where customers find you</source>
        <translation>Onde os clientes encontram você</translation>
    </message>
    <message>
        <source>Put all of them on the door, the bag and the receipt: when one is down, customers still reach you by another.</source>
        <translation>Coloque todos na porta, na sacola e no recibo: se um cair, os clientes chegam por outro.</translation>
    </message>
    <message>
        <source>There is none yet. Connect a channel, or write the shop&apos;s telephone under Shop.</source>
        <translation>Ainda não há nenhum. Conecte um canal ou escreva o telefone em Loja.</translation>
    </message>
    <message>
        <source>Its platform has not told us the public name yet.</source>
        <translation>A plataforma ainda não informou o nome público.</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copiar link</translation>
    </message>
    <message>
        <source>Copy the link of %1</source>
        <translation>Copiar o link de %1</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Copiar código</translation>
    </message>
    <message>
        <source>Copy the code of %1</source>
        <translation>Copiar o código de %1</translation>
    </message>
    <message>
        <source>Code that leads to %1</source>
        <translation>Código que leva a %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>comanda::ui::LookForm</name>
    <message>
        <source>Nothing moves or flashes</source>
        <translation>Nada se move nem pisca</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Neste computador</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Takes effect when Comanda is started again.</source>
        <translation>Vale quando o Comanda for aberto de novo.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Tamanho do texto</translation>
    </message>
    <message>
        <source>115 % suits a touch screen.</source>
        <translation>115 % fica bom em telas de toque.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::MailboxForm</name>
    <message>
        <source>Mailbox</source>
        <translation>Caixa</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Empty: no mailbox is used.</source>
        <translation>Vazio: nenhuma caixa é usada.</translation>
    </message>
    <message>
        <source>Its key for this shop</source>
        <translation>A chave dela para esta loja</translation>
    </message>
    <message>
        <source>The line that comanda-server mailbox --new-keys printed to a file.</source>
        <translation>A linha que comanda-server mailbox --new-keys deixou em um arquivo.</translation>
    </message>
    <message>
        <source>Key of this shop, for the mailbox&apos;s settings</source>
        <translation>Chave desta loja, para os ajustes da caixa</translation>
    </message>
    <message>
        <source>Not a secret: what is sealed with it, only this shop can open.</source>
        <translation>Não é secreta: o que se fecha com ela, só esta loja abre.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Kept. Type here only to replace it.</source>
        <translation>Guardada. Digite aqui só para trocá-la.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Salvo</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Não foi salvo</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Não deu certo</translation>
    </message>
    <message>
        <source>That is not the address of a mailbox. It looks like %1</source>
        <translation>Isso não é o endereço de uma caixa. Ele é assim: %1</translation>
    </message>
    <message>
        <source>The way of a message</source>
        <translation>O caminho de uma mensagem</translation>
    </message>
    <message>
        <source>Test the way</source>
        <translation>Testar o caminho</translation>
    </message>
    <message>
        <source>Meta&apos;s channels only deliver to a public address. The mailbox is a small program, comanda-server mailbox, on any host that has one: it keeps messages sealed until this machine collects them.</source>
        <translation>Os canais da Meta só entregam em um endereço público. A caixa é um programa pequeno, comanda-server mailbox, em qualquer máquina que tenha um: guarda as mensagens seladas até este computador buscá-las.</translation>
    </message>
    <message>
        <source>No channel needs a public address yet.</source>
        <translation>Nenhum canal precisa ainda de um endereço público.</translation>
    </message>
    <message>
        <source>Comanda posts a message of its own to the public address, signed as the platform signs, and looks whether it arrives here. No customer sees it. Then it asks each platform whether it sends us its messages.</source>
        <translation>O Comanda manda uma mensagem própria ao endereço público, assinada como a plataforma assina, e vê se ela chega aqui. Nenhum cliente a vê. Depois pergunta a cada plataforma se nos envia suas mensagens.</translation>
    </message>
    <message>
        <source>There is a public address</source>
        <translation>Há um endereço público</translation>
    </message>
    <message>
        <source>The app secret is there</source>
        <translation>O segredo do aplicativo está lá</translation>
    </message>
    <message>
        <source>The address answers</source>
        <translation>O endereço responde</translation>
    </message>
    <message>
        <source>It accepts the signature</source>
        <translation>Aceita a assinatura</translation>
    </message>
    <message>
        <source>The mailbox keeps the message</source>
        <translation>A caixa guarda a mensagem</translation>
    </message>
    <message>
        <source>The message is stored</source>
        <translation>A mensagem fica guardada</translation>
    </message>
    <message>
        <source>This machine collects it</source>
        <translation>Este computador a busca</translation>
    </message>
    <message>
        <source>It is read, and on this screen</source>
        <translation>É lida e chega a esta tela</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bom</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>Ativar</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Veja</translation>
    </message>
    <message>
        <source>%1 sends us its messages</source>
        <translation>%1 nos envia suas mensagens</translation>
    </message>
    <message>
        <source>It could not be switched on</source>
        <translation>Não foi possível ativar</translation>
    </message>
</context>
<context>
    <name>comanda::ui::MainWindow</name>
    <message>
        <source>[PRACTICE]</source>
        <translation>[PRÁTICA]</translation>
    </message>
</context>
<context>
    <name>comanda::ui::MessageModel</name>
    <message>
        <source>We</source>
        <translation>Nós</translation>
    </message>
    <message>
        <source>arrived late</source>
        <translation>chegou tarde</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>apagada</translation>
    </message>
</context>
<context>
    <name>comanda::ui::NumberField</name>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
</context>
<context>
    <name>comanda::ui::OrderActions</name>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>%1 is back: %2</source>
        <translation>%1 voltou: %2</translation>
    </message>
    <message>
        <source>Reject %1?</source>
        <translation>Recusar %1?</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Esgotado</translation>
    </message>
    <message>
        <source>Too far</source>
        <translation>Longe demais</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>Já fechamos</translation>
    </message>
    <message>
        <source>Not serious</source>
        <translation>Não é sério</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Manter</translation>
    </message>
    <message>
        <source>Cancel %1?</source>
        <translation>Cancelar %1?</translation>
    </message>
    <message>
        <source>Customer asked</source>
        <translation>O cliente pediu</translation>
    </message>
    <message>
        <source>Cannot be made</source>
        <translation>Não dá</translation>
    </message>
    <message>
        <source>By mistake</source>
        <translation>Por engano</translation>
    </message>
    <message>
        <source>%1 was not delivered?</source>
        <translation>%1 não foi entregue?</translation>
    </message>
    <message>
        <source>Nobody came</source>
        <translation>Ninguém veio</translation>
    </message>
    <message>
        <source>Nobody opened</source>
        <translation>Ninguém abriu</translation>
    </message>
    <message>
        <source>Wrong address</source>
        <translation>Endereço errado</translation>
    </message>
    <message>
        <source>%1 is in the queue</source>
        <translation>%1 está na fila</translation>
    </message>
</context>
<context>
    <name>comanda::ui::OrderCard</name>
    <message>
        <source>Change made</source>
        <translation>Aceitar mudança</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>pedido %1</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>Recusar %1</translation>
    </message>
    <message>
        <source>Refuse the change of %1</source>
        <translation>Não aceitar a mudança de %1</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Pedido %1</translation>
    </message>
</context>
<context>
    <name>comanda::ui::OrderEditor</name>
    <message>
        <source>2 taco al pastor, no onion</source>
        <translation>2 taco al pastor, sem cebola</translation>
    </message>
    <message>
        <source>Add a line: amount and dish, Enter</source>
        <translation>Adicionar uma linha: quantidade e prato, Enter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>When (20:00; empty: as soon as possible)</source>
        <translation>Quando (20:00; vazio: o quanto antes)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>Pays with</source>
        <translation>Paga com</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Observação</translation>
    </message>
    <message>
        <source>add a dish</source>
        <translation>adicione um prato</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>o endereço</translation>
    </message>
    <message>
        <source>a time like 20:00</source>
        <translation>uma hora como 20:00</translation>
    </message>
    <message>
        <source>a price like 8000</source>
        <translation>um preço como 8000</translation>
    </message>
</context>
<context>
    <name>comanda::ui::OrderPane</name>
    <message>
        <source>To the queue</source>
        <translation>Para a fila</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Show the chat</source>
        <translation>Ver a conversa</translation>
    </message>
    <message>
        <source>More about this order</source>
        <translation>Mais deste pedido</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Pedido novo</translation>
    </message>
    <message>
        <source>Nothing is promised yet</source>
        <translation>Nada foi prometido ainda</translation>
    </message>
    <message>
        <source>Draft · %1 knows nothing yet</source>
        <translation>Rascunho · %1 ainda não sabe de nada</translation>
    </message>
    <message>
        <source>Accept · %1 min</source>
        <translation>Aceitar · %1 min</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Falta: %1</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Salvar mudanças</translation>
    </message>
    <message>
        <source>Mark as paid</source>
        <translation>Marcar como pago</translation>
    </message>
    <message>
        <source>Not paid after all</source>
        <translation>Não está pago</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Recusar…</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Abrir de novo</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Um passo atrás</translation>
    </message>
    <message>
        <source>Cancel the order…</source>
        <translation>Cancelar o pedido…</translation>
    </message>
    <message>
        <source>Not delivered…</source>
        <translation>Não entregue…</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile</source>
        <translation>Alguém o mudou nesse meio-tempo</translation>
    </message>
    <message>
        <source>Throw away what was typed</source>
        <translation>Descartar o que foi escrito</translation>
    </message>
</context>
<context>
    <name>comanda::ui::PastOrders</name>
    <message>
        <source>The last one again</source>
        <translation>Repetir o último</translation>
    </message>
    <message>
        <source>Make an order like the last one</source>
        <translation>Fazer um pedido como o último</translation>
    </message>
    <message>
        <source>No orders yet · known since %1</source>
        <translation>Ainda sem pedidos · cliente desde %1</translation>
    </message>
    <message numerus="yes">
        <source>%n orders · known since %1</source>
        <translation>
            <numerusform>%n pedido · cliente desde %1</numerusform>
            <numerusform>%n pedidos · cliente desde %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comanda::ui::PeopleBlock</name>
    <message>
        <source>Another chat of theirs…</source>
        <translation>Outra conversa desta pessoa…</translation>
    </message>
    <message>
        <source>Name, number or user name</source>
        <translation>Nome, número ou usuário</translation>
    </message>
    <message>
        <source>Join another chat of the same person</source>
        <translation>Unir outra conversa da mesma pessoa</translation>
    </message>
    <message>
        <source>Search the other chat</source>
        <translation>Buscar a outra conversa</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Separar</translation>
    </message>
    <message>
        <source>%1 is somebody else: separate</source>
        <translation>%1 é outra pessoa: separar</translation>
    </message>
    <message>
        <source>Is %1 the same person?</source>
        <translation>%1 é a mesma pessoa?</translation>
    </message>
    <message>
        <source>The same person?</source>
        <translation>A mesma pessoa?</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unir</translation>
    </message>
    <message>
        <source>Join with %1</source>
        <translation>Unir com %1</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Não é</translation>
    </message>
    <message>
        <source>%1 is somebody else</source>
        <translation>%1 é outra pessoa</translation>
    </message>
    <message>
        <source>Nobody else with “%1”</source>
        <translation>Ninguém mais com “%1”</translation>
    </message>
    <message>
        <source>%1 and %2 are one person now</source>
        <translation>%1 e %2 agora são uma pessoa só</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>%1 stands alone now</source>
        <translation>%1 ficou separado</translation>
    </message>
</context>
<context>
    <name>comanda::ui::PracticeFrame</name>
    <message>
        <source>Leave practice</source>
        <translation>Sair da prática</translation>
    </message>
    <message>
        <source>Practice. Invented customers. Nothing leaves this computer.</source>
        <translation>Prática. Clientes inventados. Nada sai deste computador.</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>PRÁTICA</translation>
    </message>
    <message>
        <source>Invented customers. Nothing leaves this computer.</source>
        <translation>Clientes inventados. Nada sai deste computador.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::QueuePage</name>
    <message>
        <source>Number, name, dish</source>
        <translation>Número, nome, prato</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Pedido novo</translation>
    </message>
    <message>
        <source>No open orders</source>
        <translation>Sem pedidos abertos</translation>
    </message>
    <message>
        <source>The next one rings here.</source>
        <translation>O próximo toca aqui.</translation>
    </message>
    <message>
        <source>Order queue</source>
        <translation>Fila de pedidos</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Undo (U)</source>
        <translation>Desfazer (U)</translation>
    </message>
    <message>
        <source>The last twenty that were closed (R)</source>
        <translation>Os últimos vinte fechados (R)</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>Nada deste tipo</translation>
    </message>
    <message>
        <source>Nothing with “%1”</source>
        <translation>Nada com “%1”</translation>
    </message>
    <message>
        <source>Try without the filter.</source>
        <translation>Tente sem o filtro.</translation>
    </message>
    <message>
        <source>Nothing was closed today</source>
        <translation>Nenhum foi fechado hoje</translation>
    </message>
    <message>
        <source>Connect Telegram</source>
        <translation>Conectar o Telegram</translation>
    </message>
    <message>
        <source>Connect your first channel</source>
        <translation>Conecte o primeiro canal</translation>
    </message>
    <message>
        <source>Telegram takes two minutes.</source>
        <translation>O Telegram leva 2 minutos.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>comanda::ui::RailItem</name>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Ctrl+%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>comanda::ui::RepliesForm</name>
    <message>
        <source>Quick replies</source>
        <translation>Respostas rápidas</translation>
    </message>
    <message>
        <source>They stand under every chat. A touch writes one into the answer, where it can still be changed before it is sent.</source>
        <translation>Ficam embaixo de cada conversa. Um toque escreve uma na resposta, e ainda dá para mudar antes de enviar.</translation>
    </message>
    <message>
        <source>Reply %1</source>
        <translation>Resposta %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Salvo</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Não deu certo</translation>
    </message>
</context>
<context>
    <name>comanda::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>What can be set</source>
        <translation>O que se pode ajustar</translation>
    </message>
    <message>
        <source>Another %1</source>
        <translation>Outro %1</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>Conectar %1</translation>
    </message>
    <message>
        <source>Takes two minutes</source>
        <translation>Leva dois minutos</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Caixa</translation>
    </message>
    <message>
        <source>How pushed messages get here</source>
        <translation>Como as mensagens chegam</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Loja</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
    </message>
    <message>
        <source>Language, colours, size</source>
        <translation>Idioma, cores, tamanho</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>Respostas rápidas</translation>
    </message>
    <message>
        <source>Answers with one touch</source>
        <translation>Responder com um toque</translation>
    </message>
    <message>
        <source>This is practice: real accounts are connected in the real shop.</source>
        <translation>Isto é prática: as contas de verdade se conectam na loja de verdade.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Chaves</translation>
    </message>
    <message>
        <source>When which one ends</source>
        <translation>Quando cada uma vence</translation>
    </message>
    <message>
        <source>Links and codes</source>
        <translation>Links e códigos</translation>
    </message>
    <message>
        <source>Where customers find you</source>
        <translation>Onde os clientes encontram você</translation>
    </message>
    <message>
        <source>Needs a public address</source>
        <translation>Precisa de um endereço público</translation>
    </message>
    <message>
        <source>With the shop&apos;s phone</source>
        <translation>Com o telefone da loja</translation>
    </message>
</context>
<context>
    <name>comanda::ui::Shell</name>
    <message>
        <source>Queue</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Conversas</translation>
    </message>
    <message>
        <source>The sound is off: new orders do not ring.</source>
        <translation>O som está desligado: os pedidos novos não tocam.</translation>
    </message>
    <message>
        <source>It comes back by itself after 15 minutes.</source>
        <translation>Volta sozinho depois de 15 minutos.</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Ativar som</translation>
    </message>
    <message>
        <source>What is on the screen stays readable.</source>
        <translation>O que está na tela continua legível.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ShopForm</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>A loja</translation>
    </message>
    <message>
        <source>Orders and kitchen</source>
        <translation>Pedidos e cozinha</translation>
    </message>
    <message>
        <source>What customers are told</source>
        <translation>O que se diz aos clientes</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuso horário</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moeda</translation>
    </message>
    <message>
        <source>Three letters, like COP, MXN, BRL or USD.</source>
        <translation>Três letras, como COP, MXN, BRL ou USD.</translation>
    </message>
    <message>
        <source>as the currency has</source>
        <translation>como a moeda</translation>
    </message>
    <message>
        <source>Decimals shown</source>
        <translation>Decimais mostrados</translation>
    </message>
    <message>
        <source>The day ends at</source>
        <translation>O dia termina às</translation>
    </message>
    <message>
        <source>Orders after midnight and before this hour still belong to the day before.</source>
        <translation>Os pedidos depois da meia-noite e antes desta hora ainda são do dia anterior.</translation>
    </message>
    <message>
        <source>Language with customers</source>
        <translation>Idioma com os clientes</translation>
    </message>
    <message>
        <source>Offered when accepting</source>
        <translation>Oferecido ao aceitar</translation>
    </message>
    <message>
        <source>Nearly late after</source>
        <translation>Quase atrasado depois de</translation>
    </message>
    <message>
        <source>For orders without a promised time.</source>
        <translation>Para pedidos sem hora prometida.</translation>
    </message>
    <message>
        <source>Late after</source>
        <translation>Atrasado depois de</translation>
    </message>
    <message>
        <source>Steps may be skipped (one person cooks and serves)</source>
        <translation>Etapas podem ser puladas (uma pessoa cozinha e serve)</translation>
    </message>
    <message>
        <source>Empty means that this step is not told. {number}, {name}, {minutes} and {shop} are filled in. A notice leaves ten seconds after the step, so that it can be undone.</source>
        <translation>Vazio: esta etapa não é avisada. {number}, {name}, {minutes} e {shop} são preenchidos. O aviso sai dez segundos depois da etapa, para que ela possa ser desfeita.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Não foi salvo</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Salvo</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>That customers call, with the country&apos;s code.</source>
        <translation>Para o qual os clientes ligam, com o código do país.</translation>
    </message>
</context>
<context>
    <name>comanda::ui::SidePane</name>
    <message numerus="yes">
        <source>%n open orders</source>
        <translation>
            <numerusform>%n pedido aberto</numerusform>
            <numerusform>%n pedidos abertos</numerusform>
        </translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
    <message>
        <source>Who comments here</source>
        <translation>Quem comenta aqui</translation>
    </message>
    <message>
        <source>No open order</source>
        <translation>Sem pedido aberto</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
</context>
<context>
    <name>comanda::ui::TemplateSheet</name>
    <message>
        <source>Choose a picture…</source>
        <translation>Escolher uma foto…</translation>
    </message>
    <message>
        <source>Choose a video…</source>
        <translation>Escolher um vídeo…</translation>
    </message>
    <message>
        <source>Choose a document…</source>
        <translation>Escolher um documento…</translation>
    </message>
    <message>
        <source>WhatsApp bills it as advertising.</source>
        <translation>O WhatsApp cobra como publicidade.</translation>
    </message>
    <message>
        <source>WhatsApp may bill it as a service notice.</source>
        <translation>O WhatsApp pode cobrar como aviso de serviço.</translation>
    </message>
    <message>
        <source>WhatsApp may bill it.</source>
        <translation>O WhatsApp pode cobrar.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Approved text</source>
        <translation>Texto aprovado</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
    <message>
        <source>This number has no approved texts. The owner writes them in WhatsApp Manager; once approved they appear here by themselves.</source>
        <translation>Este número não tem textos aprovados. O dono os escreve no Gerenciador do WhatsApp; depois de aprovados aparecem aqui sozinhos.</translation>
    </message>
    <message>
        <source>End of the link “%1”</source>
        <translation>Final do link “%1”</translation>
    </message>
    <message>
        <source>Nothing to fill in.</source>
        <translation>Não há nada para preencher.</translation>
    </message>
    <message>
        <source>Place %1 of the title</source>
        <translation>Espaço %1 do título</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>Espaço %1</translation>
    </message>
    <message>
        <source>such as %1</source>
        <translation>por exemplo: %1</translation>
    </message>
    <message>
        <source>The customer will read: %1</source>
        <translation>O cliente vai ler: %1</translation>
    </message>
</context>
<context>
    <name>comanda::ui::ThreadView</name>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
</context>
<context>
    <name>comanda::ui::Toast</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>comanda::ui::UnlockPage</name>
    <message>
        <source>The keys of your channels are kept encrypted. This machine has no keychain that answers, so choose where the key that opens them is kept.</source>
        <translation>As chaves dos seus canais ficam cifradas. Este computador não tem um chaveiro que responda; escolha onde fica a chave que as abre.</translation>
    </message>
    <message>
        <source>A passphrase</source>
        <translation>Uma frase secreta</translation>
    </message>
    <message>
        <source>At least eight letters. It is asked each time Comanda starts.</source>
        <translation>Pelo menos oito letras. É pedida cada vez que o Comanda abre.</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Usar a frase</translation>
    </message>
    <message>
        <source>Or without a passphrase: the key lies in a file that only this account of this machine can read. Whoever can use this account can then use the channels.</source>
        <translation>Ou sem frase: a chave fica em um arquivo que só esta conta deste computador pode ler. Quem puder usar esta conta poderá usar os canais.</translation>
    </message>
    <message>
        <source>Use a key file</source>
        <translation>Usar um arquivo</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase secreta</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Or the recovery code</source>
        <translation>Ou o código de recuperação</translation>
    </message>
    <message>
        <source>The eight groups of four that were printed at the start.</source>
        <translation>Os oito grupos de quatro que apareceram no início.</translation>
    </message>
    <message>
        <source>Open with the code</source>
        <translation>Abrir com o código</translation>
    </message>
    <message>
        <source>Write this code down and keep it away from this machine. With it the keys can be opened when the machine, its keychain or the passphrase is lost. It is shown this once.</source>
        <translation>Anote este código e guarde-o longe deste computador. Com ele se abrem as chaves se o computador, o chaveiro ou a frase se perder. Ele aparece só desta vez.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperação</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Já anotei</translation>
    </message>
    <message>
        <source>Write the code down first: it is not shown again.</source>
        <translation>Anote primeiro o código: ele não aparece de novo.</translation>
    </message>
    <message>
        <source>Comanda cannot start</source>
        <translation>O Comanda não pode ser aberto</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>comanda::ui::WallTime</name>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ontem</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>agora mesmo</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>há %1 min</translation>
    </message>
    <message>
        <source>%1 h %2 ago</source>
        <translation>há %1 h %2</translation>
    </message>
    <message>
        <source>%1 not accepted</source>
        <translation>%1 sem aceitar</translation>
    </message>
    <message>
        <source>LATE %1 min</source>
        <translation>ATRASADO %1 min</translation>
    </message>
    <message>
        <source>%1 MIN LEFT</source>
        <translation>FALTAM %1 min</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>faltam %1 min</translation>
    </message>
    <message>
        <source>%1 h %2 left</source>
        <translation>faltam %1 h %2</translation>
    </message>
    <message>
        <source>WAITS %1 MIN</source>
        <translation>ESPERA %1 MIN</translation>
    </message>
    <message>
        <source>%1 is down: %2 have not received or sent anything since %3.</source>
        <translation>O %1 caiu: %2 não recebem nem enviam desde as %3.</translation>
    </message>
    <message>
        <source>%1: no contact since %2.</source>
        <translation>%1: sem contato desde as %2.</translation>
    </message>
    <message>
        <source>Queue and orders keep working. What you write is kept and goes out later.</source>
        <translation>A fila e os pedidos continuam. O que escreveu fica guardado e sai depois.</translation>
    </message>
    <message>
        <source>%1 and the queue keep working. Do not restart anything: what you write is kept and goes out later.</source>
        <translation>%1 e a fila continuam. Não reinicie nada: o que escreveu fica guardado e sai depois.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>The address {address} cannot be used. Another program may have it.</source>
        <translation>O endereço {address} não pode ser usado. Outro programa pode estar com ele.</translation>
    </message>
    <message>
        <source>The certificate or its key cannot be used.</source>
        <translation>O certificado ou a chave dele não pode ser usado.</translation>
    </message>
    <message>
        <source>Its server cannot be found. Check the internet of the shop.</source>
        <translation>O servidor dele não foi encontrado. Confira a internet da loja.</translation>
    </message>
    <message>
        <source>Its server refuses the connection. Comanda tries again by itself.</source>
        <translation>O servidor dele recusa a conexão. O Comanda tenta de novo sozinho.</translation>
    </message>
    <message>
        <source>Its server does not answer in time. Comanda tries again by itself.</source>
        <translation>O servidor dele não responde a tempo. O Comanda tenta de novo sozinho.</translation>
    </message>
    <message>
        <source>The connection is not secure, so it was not used. Check the clock of this machine.</source>
        <translation>A conexão não é segura e não foi usada. Confira o relógio deste computador.</translation>
    </message>
    <message>
        <source>Its server has a fault. Comanda tries again by itself.</source>
        <translation>O servidor dele está com falha. O Comanda tenta de novo sozinho.</translation>
    </message>
    <message>
        <source>It asks us to slow down. Comanda waits as long as it says.</source>
        <translation>Ele pede para ir mais devagar. O Comanda espera o tempo que ele disser.</translation>
    </message>
    <message>
        <source>It wants a new key. The owner renews it in Settings.</source>
        <translation>Pede uma chave nova. O dono renova em Ajustes.</translation>
    </message>
    <message>
        <source>Its server answers nonsense. Comanda tries again by itself.</source>
        <translation>O servidor dele responde coisas sem sentido. O Comanda tenta de novo sozinho.</translation>
    </message>
    <message>
        <source>It is connected but silent. It may be deaf.</source>
        <translation>Está conectado, mas calado. Pode estar surdo.</translation>
    </message>
    <message>
        <source>It does not answer. Check the line and try again.</source>
        <translation>Não responde. Confira a linha e tente de novo.</translation>
    </message>
    <message>
        <source>This platform is not part of this program.</source>
        <translation>Esta plataforma não faz parte deste programa.</translation>
    </message>
    <message>
        <source>No such channel is set up.</source>
        <translation>Esse canal não está configurado.</translation>
    </message>
    <message>
        <source>What you write is kept and goes out later.</source>
        <translation>O que você escrever fica guardado e sai depois.</translation>
    </message>
    <message>
        <source>Messages may arrive late. What arrived is safe.</source>
        <translation>As mensagens podem chegar tarde. O que chegou está a salvo.</translation>
    </message>
    <message>
        <source>Answers may leave late. If it is urgent, answer another way.</source>
        <translation>As respostas podem sair tarde. Se for urgente, responda por outro meio.</translation>
    </message>
    <message>
        <source>Its permission has expired. The owner renews it in Settings, 3 minutes.</source>
        <translation>A permissão dele venceu. O dono renova em Ajustes, 3 minutos.</translation>
    </message>
    <message>
        <source>It is switched off in Settings.</source>
        <translation>Está desligado em Ajustes.</translation>
    </message>
    <message>
        <source>It does not run here at the moment. Another machine may run the channels.</source>
        <translation>No momento não funciona aqui. Outro computador pode estar cuidando dos canais.</translation>
    </message>
    <message>
        <source>It is starting.</source>
        <translation>Está iniciando.</translation>
    </message>
    <message>
        <source>Comanda was closing. It goes on at the next start.</source>
        <translation>O Comanda estava fechando. Continua quando abrir de novo.</translation>
    </message>
    <message>
        <source>The channel stopped by itself and is started again.</source>
        <translation>O canal parou sozinho e inicia de novo.</translation>
    </message>
    <message>
        <source>The channel does not react and is started again.</source>
        <translation>O canal não reage e inicia de novo.</translation>
    </message>
    <message>
        <source>This platform is asked by Comanda; it does not deliver by itself.</source>
        <translation>O Comanda pergunta a esta plataforma; ela não entrega sozinha.</translation>
    </message>
    <message>
        <source>It is not connected. The owner connects it in Settings.</source>
        <translation>Não está conectado. O dono conecta em Ajustes.</translation>
    </message>
    <message>
        <source>It waited too long and was not sent. Decide whether it still matters.</source>
        <translation>Esperou demais e não saiu. Decida se ainda importa.</translation>
    </message>
    <message>
        <source>The time to answer on this channel is over. The customer must write again, or call them.</source>
        <translation>Passou o tempo para responder neste canal. O cliente precisa escrever de novo, ou ligue.</translation>
    </message>
    <message>
        <source>Not sent: the order has moved on.</source>
        <translation>Não saiu: o pedido já avançou.</translation>
    </message>
    <message>
        <source>This customer has blocked us. Call instead.</source>
        <translation>Este cliente nos bloqueou. Melhor ligar.</translation>
    </message>
    <message>
        <source>On this channel the customer has to write first.</source>
        <translation>Neste canal o cliente precisa escrever primeiro.</translation>
    </message>
    <message>
        <source>There is nothing to send yet. Write something or attach a file.</source>
        <translation>Ainda não há nada para enviar. Escreva algo ou anexe um arquivo.</translation>
    </message>
    <message>
        <source>That message cannot be changed: it has not left yet, or it is not ours.</source>
        <translation>Essa mensagem não pode ser mudada: ainda não saiu ou não é nossa.</translation>
    </message>
    <message>
        <source>Meanwhile something else happened to this answer. It is shown as it is now.</source>
        <translation>Enquanto isso aconteceu outra coisa com esta resposta. Ela aparece como está agora.</translation>
    </message>
    <message>
        <source>Comanda was interrupted while sending. It may have arrived: look on the phone before sending again.</source>
        <translation>O Comanda foi interrompido enquanto enviava. Pode ter chegado: veja no celular antes de enviar de novo.</translation>
    </message>
    <message>
        <source>The platform took it but could not deliver it. Call or answer another way.</source>
        <translation>A plataforma recebeu, mas não conseguiu entregar. Ligue ou responda por outro meio.</translation>
    </message>
    <message>
        <source>The line broke while sending. It may have arrived: look on the phone before sending again.</source>
        <translation>A linha caiu durante o envio. Pode ter chegado: veja no celular antes de enviar de novo.</translation>
    </message>
    <message>
        <source>Another program uses this bot. Stop it, or make a new key with @BotFather.</source>
        <translation>Outro programa usa este bot. Pare-o, ou crie uma chave nova com @BotFather.</translation>
    </message>
    <message>
        <source>The bot delivers to a web address. Remove that setting before Comanda can read it.</source>
        <translation>O bot entrega a um endereço web. Tire esse ajuste para que o Comanda possa ler.</translation>
    </message>
    <message>
        <source>Telegram does not accept the bot key any more. The owner types the present one in Settings.</source>
        <translation>O Telegram não aceita mais a chave do bot. O dono digita a atual em Ajustes.</translation>
    </message>
    <message>
        <source>The bot was moved to another server. The owner checks the server address in Settings.</source>
        <translation>O bot foi levado para outro servidor. O dono confere o endereço do servidor em Ajustes.</translation>
    </message>
    <message>
        <source>The bot lives on another server. The owner checks the server address in Settings.</source>
        <translation>O bot mora em outro servidor. O dono confere o endereço do servidor em Ajustes.</translation>
    </message>
    <message>
        <source>Another program uses this bot at the same time. Comanda tries again by itself.</source>
        <translation>Outro programa usa este bot ao mesmo tempo. O Comanda tenta de novo sozinho.</translation>
    </message>
    <message>
        <source>Telegram answers something that cannot be read. Comanda tries again by itself.</source>
        <translation>O Telegram responde algo que não pode ser lido. O Comanda tenta de novo sozinho.</translation>
    </message>
    <message>
        <source>Telegram asks us to slow down. Comanda waits as long as it says.</source>
        <translation>O Telegram pede para ir mais devagar. O Comanda espera o tempo que ele disser.</translation>
    </message>
    <message>
        <source>Telegram&apos;s server has a fault. Comanda tries again by itself.</source>
        <translation>O servidor do Telegram está com falha. O Comanda tenta de novo sozinho.</translation>
    </message>
    <message>
        <source>Telegram did not answer. It may have arrived: look on the phone before sending again.</source>
        <translation>O Telegram não respondeu. Pode ter chegado: veja no celular antes de enviar de novo.</translation>
    </message>
    <message>
        <source>Only a part was sent. Look on the phone and send the rest again.</source>
        <translation>Só saiu uma parte. Veja no celular e envie o resto de novo.</translation>
    </message>
    <message>
        <source>On Telegram the customer has to write first.</source>
        <translation>No Telegram o cliente precisa escrever primeiro.</translation>
    </message>
    <message>
        <source>Telegram lets the bot answer in this chat only for a day after the customer&apos;s last message. Answer on the phone.</source>
        <translation>O Telegram deixa o bot responder nesta conversa só até um dia depois da última mensagem do cliente. Responda no celular.</translation>
    </message>
    <message>
        <source>The bot may not answer in this chat any more. Connect it again in Telegram&apos;s business settings.</source>
        <translation>O bot não pode mais responder nesta conversa. Conecte-o de novo nos ajustes comerciais do Telegram.</translation>
    </message>
    <message>
        <source>This customer has closed the Telegram account. Call instead.</source>
        <translation>Este cliente fechou a conta do Telegram. Melhor ligar.</translation>
    </message>
    <message>
        <source>The bot is not in this group any more. Add it again.</source>
        <translation>O bot não está mais neste grupo. Adicione-o de novo.</translation>
    </message>
    <message>
        <source>Telegram does not know this chat any more. Call instead.</source>
        <translation>O Telegram não conhece mais esta conversa. Melhor ligar.</translation>
    </message>
    <message>
        <source>That message cannot be changed any more. Write a new one.</source>
        <translation>Essa mensagem não pode mais ser mudada. Escreva uma nova.</translation>
    </message>
    <message>
        <source>That message cannot be deleted any more.</source>
        <translation>Essa mensagem não pode mais ser apagada.</translation>
    </message>
    <message>
        <source>The message you answer is gone. Send it without quoting.</source>
        <translation>A mensagem que você responde não está mais lá. Envie sem citar.</translation>
    </message>
    <message>
        <source>Telegram does not take this file. Send it as another kind of file.</source>
        <translation>O Telegram não aceita este arquivo. Envie como outro tipo de arquivo.</translation>
    </message>
    <message>
        <source>Telegram has frozen this bot. The owner writes to Telegram&apos;s help; answer another way meanwhile.</source>
        <translation>O Telegram congelou este bot. O dono escreve para a ajuda do Telegram; enquanto isso responda por outro meio.</translation>
    </message>
    <message>
        <source>The text is too long for Telegram. Send it in two parts.</source>
        <translation>O texto é longo demais para o Telegram. Envie em duas partes.</translation>
    </message>
    <message>
        <source>A button is too long for Telegram. Shorten it.</source>
        <translation>Um botão é longo demais para o Telegram. Encurte-o.</translation>
    </message>
    <message>
        <source>This chat has no Telegram address. Answer on the phone.</source>
        <translation>Esta conversa não tem endereço do Telegram. Responda no celular.</translation>
    </message>
    <message>
        <source>In this kind of chat the bot cannot react with a sign. Write a word instead.</source>
        <translation>Neste tipo de conversa o bot não pode reagir com um sinal. Escreva uma palavra.</translation>
    </message>
    <message>
        <source>Telegram refused it. Change the message, or answer another way.</source>
        <translation>O Telegram recusou. Mude a mensagem ou responda por outro meio.</translation>
    </message>
    <message>
        <source>Meta does not accept the access key any more. The owner makes a new one and types it in Settings.</source>
        <translation>A Meta não aceita mais a chave de acesso. O dono cria uma nova e digita em Ajustes.</translation>
    </message>
    <message>
        <source>The access key lacks a permission. The owner adds it in Meta&apos;s settings and makes a new key.</source>
        <translation>Falta uma permissão à chave de acesso. O dono adiciona nos ajustes da Meta e cria uma chave nova.</translation>
    </message>
    <message>
        <source>Meta&apos;s server has a fault. Comanda tries again by itself.</source>
        <translation>O servidor da Meta está com falha. O Comanda tenta de novo sozinho.</translation>
    </message>
    <message>
        <source>Meta did not answer clearly. Look on the phone before sending again.</source>
        <translation>A Meta não respondeu com clareza. Veja no celular antes de enviar de novo.</translation>
    </message>
    <message>
        <source>Meta asks us to slow down. Comanda waits as long as it says.</source>
        <translation>A Meta pede para ir mais devagar. O Comanda espera o tempo que ela disser.</translation>
    </message>
    <message>
        <source>Meta lets this be sent again only later. Wait, or answer another way.</source>
        <translation>A Meta só deixa enviar isso de novo mais tarde. Espere ou responda por outro meio.</translation>
    </message>
    <message>
        <source>Meta has limited this account for a while. Answer another way; the owner looks in Meta&apos;s settings.</source>
        <translation>A Meta limitou esta conta por um tempo. Responda por outro meio; o dono olha os ajustes da Meta.</translation>
    </message>
    <message>
        <source>Another person or program is answering this chat now. Comanda waits for it.</source>
        <translation>Outra pessoa ou programa está respondendo esta conversa. O Comanda espera.</translation>
    </message>
    <message>
        <source>Meta does not know this number or account. Check the ids in Settings.</source>
        <translation>A Meta não conhece este número ou conta. Confira os números em Ajustes.</translation>
    </message>
    <message>
        <source>Meta does not take the message as it is. Change it and send it again.</source>
        <translation>A Meta não aceita a mensagem assim como está. Mude e envie de novo.</translation>
    </message>
    <message>
        <source>This customer cannot be reached here any more. Call instead.</source>
        <translation>Não dá mais para escrever a este cliente por aqui. Melhor ligar.</translation>
    </message>
    <message>
        <source>Meta&apos;s terms have not been accepted yet. The owner accepts them in Meta&apos;s settings.</source>
        <translation>Os termos da Meta ainda não foram aceitos. O dono aceita nos ajustes da Meta.</translation>
    </message>
    <message>
        <source>Meta has blocked this account because of its rules. Answer another way; the owner looks in Meta&apos;s settings.</source>
        <translation>A Meta bloqueou esta conta por causa das regras dela. Responda por outro meio; o dono olha os ajustes da Meta.</translation>
    </message>
    <message>
        <source>Meta refused it. Change the message, or answer another way.</source>
        <translation>A Meta recusou. Mude a mensagem ou responda por outro meio.</translation>
    </message>
    <message>
        <source>Meta lets shops answer only for a day after the customer&apos;s last message. Wait for the customer to write, or call.</source>
        <translation>A Meta só deixa responder até um dia depois da última mensagem do cliente. Espere que ele escreva, ou ligue.</translation>
    </message>
    <message>
        <source>WhatsApp lets shops answer only for a day after the customer&apos;s last message. Wait for the customer to write, or call.</source>
        <translation>O WhatsApp só deixa responder até um dia depois da última mensagem do cliente. Espere que ele escreva, ou ligue.</translation>
    </message>
    <message>
        <source>WhatsApp blocked this account. Customers can write on another channel; the owner looks in Meta&apos;s settings.</source>
        <translation>O WhatsApp bloqueou esta conta. Os clientes podem escrever por outro canal; o dono olha os ajustes da Meta.</translation>
    </message>
    <message>
        <source>The shop has blocked this customer on WhatsApp. Unblock them on the phone first.</source>
        <translation>A loja bloqueou este cliente no WhatsApp. Primeiro desbloqueie no celular.</translation>
    </message>
    <message>
        <source>WhatsApp cannot deliver it to this number. Call instead.</source>
        <translation>O WhatsApp não consegue entregar a este número. Melhor ligar.</translation>
    </message>
    <message>
        <source>This is a test number, and the customer is not on its list. Add them in Meta&apos;s settings.</source>
        <translation>Este é um número de teste e o cliente não está na lista. Adicione-o nos ajustes da Meta.</translation>
    </message>
    <message>
        <source>The number is not registered for this use. The owner registers it in Meta&apos;s settings.</source>
        <translation>O número não está registrado para este uso. O dono registra nos ajustes da Meta.</translation>
    </message>
    <message>
        <source>WhatsApp has no valid way to be paid. The owner adds one in Meta&apos;s settings.</source>
        <translation>O WhatsApp não tem uma forma de pagamento válida. O dono adiciona uma nos ajustes da Meta.</translation>
    </message>
    <message>
        <source>WhatsApp has stopped this number for a while because people complained. Answer another way.</source>
        <translation>O WhatsApp parou este número por um tempo porque houve queixas. Responda por outro meio.</translation>
    </message>
    <message>
        <source>This customer wants no such messages. Call instead.</source>
        <translation>Este cliente não quer essas mensagens. Melhor ligar.</translation>
    </message>
    <message>
        <source>WhatsApp does not take this kind of message. Send it as text.</source>
        <translation>O WhatsApp não aceita este tipo de mensagem. Envie como texto.</translation>
    </message>
    <message>
        <source>WhatsApp does not take this file. Send it as another kind of file.</source>
        <translation>O WhatsApp não aceita este arquivo. Envie como outro tipo de arquivo.</translation>
    </message>
    <message>
        <source>Too many messages to this customer at once. Comanda sends the next one shortly.</source>
        <translation>Mensagens demais seguidas para este cliente. O Comanda envia a próxima logo mais.</translation>
    </message>
    <message>
        <source>WhatsApp is changing something on this number. Comanda tries again in some minutes.</source>
        <translation>O WhatsApp está mudando algo neste número. O Comanda tenta de novo em alguns minutos.</translation>
    </message>
    <message>
        <source>For this WhatsApp needs the customer&apos;s number. Ask for it.</source>
        <translation>Para isso o WhatsApp precisa do número do cliente. Peça a ele.</translation>
    </message>
    <message>
        <source>The customer has a new phone. Make sure it is the same person before you write.</source>
        <translation>O cliente tem um celular novo. Confirme que é a mesma pessoa antes de escrever.</translation>
    </message>
    <message>
        <source>This chat has no WhatsApp number. Answer on the phone.</source>
        <translation>Esta conversa não tem número do WhatsApp. Responda no celular.</translation>
    </message>
    <message>
        <source>In a group Comanda only reads. Answer on the phone.</source>
        <translation>Em um grupo o Comanda só lê. Responda no celular.</translation>
    </message>
    <message>
        <source>On WhatsApp a sent message cannot be changed from here. Write a new one.</source>
        <translation>No WhatsApp uma mensagem enviada não pode ser mudada daqui. Escreva uma nova.</translation>
    </message>
    <message>
        <source>On WhatsApp a sent message cannot be deleted from here. Delete it on the phone.</source>
        <translation>No WhatsApp uma mensagem enviada não pode ser apagada daqui. Apague no celular.</translation>
    </message>
    <message>
        <source>Meta does not deliver this number&apos;s messages yet. Subscribe the app to the account in Meta&apos;s settings.</source>
        <translation>A Meta ainda não entrega as mensagens deste número. Inscreva o aplicativo na conta nos ajustes da Meta.</translation>
    </message>
    <message>
        <source>Meta does not say whether it delivers this number&apos;s messages. Send one to the shop and see whether it arrives.</source>
        <translation>A Meta não diz se entrega as mensagens deste número. Envie uma para a loja e veja se chega.</translation>
    </message>
    <message>
        <source>This number is also used in the phone&apos;s WhatsApp Business app. Open the app at least every two weeks, or Meta disconnects Comanda.</source>
        <translation>Este número também é usado no aplicativo WhatsApp Business do celular. Abra-o pelo menos a cada duas semanas, ou a Meta desconecta o Comanda.</translation>
    </message>
    <message>
        <source>Customers have complained about this number. Write only to those who wrote first.</source>
        <translation>Houve clientes que se queixaram deste número. Escreva só a quem escreveu primeiro.</translation>
    </message>
    <message>
        <source>WhatsApp sends only a part of this number&apos;s messages. The owner looks in Meta&apos;s settings.</source>
        <translation>O WhatsApp envia só uma parte das mensagens deste número. O dono olha os ajustes da Meta.</translation>
    </message>
    <message>
        <source>WhatsApp sends none of this number&apos;s messages. Answer another way; the owner looks in Meta&apos;s settings.</source>
        <translation>O WhatsApp não envia nenhuma mensagem deste número. Responda por outro meio; o dono olha os ajustes da Meta.</translation>
    </message>
    <message>
        <source>Bot key</source>
        <translation>Chave do bot</translation>
    </message>
    <message>
        <source>Write to @BotFather in Telegram, choose your bot or send /newbot, and copy the long line with a colon in it.</source>
        <translation>Escreva para @BotFather no Telegram, escolha seu bot ou envie /newbot, e copie a linha longa que tem dois-pontos.</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Endereço do servidor</translation>
    </message>
    <message>
        <source>Leave it as it is, unless you run a server of your own.</source>
        <translation>Deixe assim, a menos que tenha um servidor próprio.</translation>
    </message>
    <message>
        <source>Number id</source>
        <translation>Id do número</translation>
    </message>
    <message>
        <source>In Meta&apos;s developer page under WhatsApp, API Setup: &quot;Phone number ID&quot;. It is not the telephone number.</source>
        <translation>Na página de desenvolvedores da Meta, em WhatsApp, API Setup: &quot;Phone number ID&quot;. Não é o número de telefone.</translation>
    </message>
    <message>
        <source>Account id</source>
        <translation>Id da conta</translation>
    </message>
    <message>
        <source>Catalogue id</source>
        <translation>Id do catálogo</translation>
    </message>
    <message>
        <source>If customers order from a WhatsApp catalogue: its id, so that the queue shows names instead of codes.</source>
        <translation>Se os clientes pedem por um catálogo do WhatsApp: o id dele, para que a fila mostre nomes e não códigos.</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Chave de acesso</translation>
    </message>
    <message>
        <source>A system user&apos;s permanent key with the permissions whatsapp_business_messaging and whatsapp_business_management.</source>
        <translation>A chave permanente de um usuário do sistema com as permissões whatsapp_business_messaging e whatsapp_business_management.</translation>
    </message>
    <message>
        <source>App secret</source>
        <translation>Segredo do aplicativo</translation>
    </message>
    <message>
        <source>App settings, Basic. Only needed here when this machine receives the messages itself; with a mailbox it stays in the mailbox.</source>
        <translation>Ajustes do aplicativo, Básico. Só é preciso aqui se este computador receber as mensagens; com uma caixa ele fica na caixa.</translation>
    </message>
    <message>
        <source>Verification word</source>
        <translation>Palavra de verificação</translation>
    </message>
    <message>
        <source>Any long word of your own. Type the same one on Meta&apos;s webhook page.</source>
        <translation>Qualquer palavra longa sua. Digite a mesma na página de webhooks da Meta.</translation>
    </message>
    <message>
        <source>Interface version</source>
        <translation>Versão da interface</translation>
    </message>
    <message>
        <source>Leave it as it is.</source>
        <translation>Deixe assim.</translation>
    </message>
    <message>
        <source>Mailbox path</source>
        <translation>Caminho da caixa</translation>
    </message>
    <message>
        <source>The random last part of the address that Meta was told.</source>
        <translation>A última parte, aleatória, do endereço dado à Meta.</translation>
    </message>
    <message>
        <source>The currency {code} is not known.</source>
        <translation>A moeda {code} não é conhecida.</translation>
    </message>
    <message>
        <source>That is not an amount.</source>
        <translation>Isso não é um valor.</translation>
    </message>
    <message>
        <source>That amount is too large.</source>
        <translation>Esse valor é grande demais.</translation>
    </message>
    <message>
        <source>One order cannot mix currencies.</source>
        <translation>Um pedido não pode misturar moedas.</translation>
    </message>
    <message>
        <source>That time zone is not known. Write it like America/Bogota.</source>
        <translation>Esse fuso horário não é conhecido. Escreva como America/Sao_Paulo.</translation>
    </message>
    <message>
        <source>The shop&apos;s {key} has a value that cannot be.</source>
        <translation>O valor de {key} da loja não pode ser.</translation>
    </message>
    <message>
        <source>The order is not in a state that allows this.</source>
        <translation>O pedido não está em uma etapa que permita isso.</translation>
    </message>
    <message>
        <source>There is no step to take back.</source>
        <translation>Não há etapa para voltar.</translation>
    </message>
    <message>
        <source>Too late to undo. Use the step back on the card.</source>
        <translation>Já é tarde para desfazer. Use o passo atrás do cartão.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Não há nada para desfazer.</translation>
    </message>
    <message>
        <source>That line is not there any more.</source>
        <translation>Essa linha não está mais aqui.</translation>
    </message>
    <message>
        <source>The order has no lines yet.</source>
        <translation>O pedido ainda não tem linhas.</translation>
    </message>
    <message>
        <source>Somebody else changed this order. It is shown as it is now.</source>
        <translation>Outra pessoa mudou este pedido. Ele aparece como está agora.</translation>
    </message>
    <message>
        <source>A step of this order cannot be read. The rest of the order is shown.</source>
        <translation>Uma etapa deste pedido não pode ser lida. O resto do pedido aparece.</translation>
    </message>
    <message>
        <source>{holder} already has the store open (process {pid} on {host}). Close it first.</source>
        <translation>{holder} já está com os dados abertos (processo {pid} em {host}). Feche-o primeiro.</translation>
    </message>
    <message>
        <source>The store cannot be opened. Check the folder and the free space.</source>
        <translation>Não foi possível abrir os dados. Confira a pasta e o espaço livre.</translation>
    </message>
    <message>
        <source>There is no store yet at {path}. Open Comanda once, or name the folder with --data.</source>
        <translation>Ainda não há dados em {path}. Abra o Comanda uma vez, ou indique a pasta com --data.</translation>
    </message>
    <message>
        <source>The store was written by a newer version of Comanda. Install that version.</source>
        <translation>Os dados são de uma versão mais nova do Comanda. Instale essa versão.</translation>
    </message>
    <message>
        <source>The store could not be brought up to date; nothing was changed. A copy from before is beside it.</source>
        <translation>Não foi possível pôr os dados em dia; nada mudou. Ao lado há uma cópia de antes.</translation>
    </message>
    <message>
        <source>The store is damaged. Restore the newest backup.</source>
        <translation>Os dados estão danificados. Recupere a cópia mais nova.</translation>
    </message>
    <message>
        <source>It could not be written to the disk. The platforms keep the messages meanwhile. Check the free space.</source>
        <translation>Não foi possível gravar no disco. Enquanto isso as plataformas guardam as mensagens. Confira o espaço livre.</translation>
    </message>
    <message>
        <source>The store is open for reading only.</source>
        <translation>Os dados estão abertos só para leitura.</translation>
    </message>
    <message>
        <source>Another program holds the store. Close it.</source>
        <translation>Outro programa está com os dados. Feche-o.</translation>
    </message>
    <message>
        <source>The database server does not answer. Comanda connects again by itself.</source>
        <translation>O servidor de dados não responde. O Comanda se conecta de novo sozinho.</translation>
    </message>
    <message>
        <source>The store refused a change.</source>
        <translation>Os dados não aceitaram uma mudança.</translation>
    </message>
    <message>
        <source>The store refused a value.</source>
        <translation>Os dados não aceitaram um valor.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space now; orders may stop coming in.</source>
        <translation>O disco está cheio. Libere espaço já; pedidos podem deixar de entrar.</translation>
    </message>
    <message>
        <source>Comanda is closing.</source>
        <translation>O Comanda está fechando.</translation>
    </message>
    <message>
        <source>This SQLite is older than 3.51.3; Comanda works around its known defect.</source>
        <translation>Este SQLite é anterior a 3.51.3; o Comanda contorna o defeito conhecido.</translation>
    </message>
    <message>
        <source>The address of the database server is not written correctly. It begins with postgresql://.</source>
        <translation>O endereço do servidor de dados não está bem escrito. Começa com postgresql://.</translation>
    </message>
    <message>
        <source>The database server may lose the last orders in a power cut. Switch on fsync and synchronous_commit there.</source>
        <translation>O servidor de dados pode perder os últimos pedidos se faltar luz. Ative lá fsync e synchronous_commit.</translation>
    </message>
    <message>
        <source>This PostgreSQL is older than Comanda is tested with. Install a newer one.</source>
        <translation>Este PostgreSQL é mais antigo que os testados com o Comanda. Instale um mais novo.</translation>
    </message>
    <message>
        <source>The store comes from an older version. Start Comanda once, which brings it up to date.</source>
        <translation>Os dados vêm de uma versão anterior. Abra o Comanda uma vez e eles ficam em dia.</translation>
    </message>
    <message>
        <source>That could not be done; nothing was changed. Try again, and if it happens again, keep the log.</source>
        <translation>Não foi possível fazer; nada mudou. Tente de novo e, se acontecer outra vez, guarde o registro.</translation>
    </message>
    <message>
        <source>That channel is not set up any more.</source>
        <translation>Esse canal não está mais configurado.</translation>
    </message>
    <message>
        <source>That chat is not there any more.</source>
        <translation>Essa conversa não está mais aqui.</translation>
    </message>
    <message>
        <source>That message is not there any more.</source>
        <translation>Essa mensagem não está mais aqui.</translation>
    </message>
    <message>
        <source>That order is not there any more.</source>
        <translation>Esse pedido não está mais aqui.</translation>
    </message>
    <message>
        <source>That was already put aside.</source>
        <translation>Isso já tinha sido deixado de lado.</translation>
    </message>
    <message>
        <source>{holder} runs the channels at the moment.</source>
        <translation>No momento {holder} cuida dos canais.</translation>
    </message>
    <message>
        <source>Another machine has taken over the channels.</source>
        <translation>Outro computador assumiu os canais.</translation>
    </message>
    <message>
        <source>The file could not be kept. Check the free space.</source>
        <translation>Não foi possível guardar o arquivo. Confira o espaço livre.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>O arquivo é grande demais.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read. Choose it again.</source>
        <translation>O arquivo {file} não pode ser lido. Escolha-o de novo.</translation>
    </message>
    <message>
        <source>No program of this machine opens this file. Save it and look at it elsewhere.</source>
        <translation>Nenhum programa deste computador abre este arquivo. Salve-o e veja em outro lugar.</translation>
    </message>
    <message>
        <source>The file arrived damaged. Comanda fetches it again by itself.</source>
        <translation>O arquivo chegou danificado. O Comanda busca de novo sozinho.</translation>
    </message>
    <message>
        <source>The file arrived empty. Comanda fetches it again by itself.</source>
        <translation>O arquivo chegou vazio. O Comanda busca de novo sozinho.</translation>
    </message>
    <message>
        <source>The file to send is not there any more. Attach it again.</source>
        <translation>O arquivo a enviar não está mais aqui. Anexe-o de novo.</translation>
    </message>
    <message>
        <source>The file is no longer there. Ask the customer to send it again.</source>
        <translation>O arquivo não está mais disponível. Peça ao cliente que envie de novo.</translation>
    </message>
    <message>
        <source>The file comes from an unknown place and was not fetched. Look at it on the phone.</source>
        <translation>O arquivo vem de um lugar desconhecido e não foi buscado. Veja no celular.</translation>
    </message>
    <message>
        <source>The file is not on this machine yet.</source>
        <translation>O arquivo ainda não está neste computador.</translation>
    </message>
    <message>
        <source>The file could not be fetched now. Comanda tries again by itself.</source>
        <translation>Não foi possível buscar o arquivo agora. O Comanda tenta de novo sozinho.</translation>
    </message>
    <message>
        <source>That passphrase or code does not open the keys.</source>
        <translation>Essa frase ou esse código não abre as chaves.</translation>
    </message>
    <message>
        <source>The kept keys cannot be read. Use the recovery code.</source>
        <translation>As chaves guardadas não podem ser lidas. Use o código de recuperação.</translation>
    </message>
    <message>
        <source>Others can read the key file {file}. Make it readable for its owner only.</source>
        <translation>Outros podem ler o arquivo de chave {file}. Faça com que só o dono o leia.</translation>
    </message>
    <message>
        <source>There is a key file already.</source>
        <translation>Já existe um arquivo de chave.</translation>
    </message>
    <message>
        <source>The key file is missing.</source>
        <translation>Falta o arquivo de chave.</translation>
    </message>
    <message>
        <source>The key file cannot be written.</source>
        <translation>O arquivo de chave não pode ser gravado.</translation>
    </message>
    <message>
        <source>This machine has too little free memory to open the keys. Close other programs and try again.</source>
        <translation>Este computador tem pouca memória livre para abrir as chaves. Feche outros programas e tente de novo.</translation>
    </message>
    <message>
        <source>The keys of this shop are already kept under a key.</source>
        <translation>As chaves desta loja já estão guardadas sob uma chave.</translation>
    </message>
    <message>
        <source>The keys of this shop have no place yet. Choose where they are kept.</source>
        <translation>As chaves desta loja ainda não têm lugar. Escolha onde elas ficam.</translation>
    </message>
    <message>
        <source>This machine does not know the shop&apos;s keys yet. Enter the recovery code once.</source>
        <translation>Este computador ainda não conhece as chaves da loja. Digite uma vez o código de recuperação.</translation>
    </message>
    <message>
        <source>The channels&apos; keys are locked. Enter the passphrase.</source>
        <translation>As chaves dos canais estão trancadas. Digite a frase secreta.</translation>
    </message>
    <message>
        <source>The keychain has no entry of Comanda.</source>
        <translation>O chaveiro não tem nada do Comanda.</translation>
    </message>
    <message>
        <source>This machine has no keychain that answers. Choose a passphrase or a key file.</source>
        <translation>Este computador não tem um chaveiro que responda. Escolha uma frase secreta ou um arquivo de chave.</translation>
    </message>
    <message>
        <source>It cannot be opened: another key, or somebody changed it.</source>
        <translation>Não pode ser aberto: é outra chave ou alguém mudou.</translation>
    </message>
    <message>
        <source>The shop&apos;s private key is not a key. Make a new one in Settings, Mailbox.</source>
        <translation>A chave privada da loja não serve. Crie uma nova em Ajustes, Caixa.</translation>
    </message>
    <message>
        <source>That public key is not a key. Copy it once more.</source>
        <translation>Essa chave pública não serve. Copie-a de novo.</translation>
    </message>
    <message>
        <source>The settings file cannot be read.</source>
        <translation>O arquivo de ajustes não pode ser lido.</translation>
    </message>
    <message>
        <source>The settings file has an unknown entry: {key}.</source>
        <translation>O arquivo de ajustes tem algo desconhecido: {key}.</translation>
    </message>
    <message>
        <source>{key} holds a secret as plain text. Name a file, a variable or a keychain entry instead.</source>
        <translation>{key} tem um segredo à vista. Indique em vez disso um arquivo, uma variável ou uma entrada do chaveiro.</translation>
    </message>
    <message>
        <source>{key} in the settings file cannot be used.</source>
        <translation>{key} do arquivo de ajustes não pode ser usado.</translation>
    </message>
    <message>
        <source>The secret for {key} was not found where the settings say.</source>
        <translation>O segredo para {key} não está onde os ajustes dizem.</translation>
    </message>
    <message>
        <source>The settings file lacks {key}.</source>
        <translation>Falta {key} no arquivo de ajustes.</translation>
    </message>
    <message>
        <source>The command was not understood. --help shows how it is written.</source>
        <translation>O comando não foi entendido. --help mostra como se escreve.</translation>
    </message>
    <message>
        <source>What arrived is nested too deeply to be read.</source>
        <translation>O que chegou é enrolado demais para ser lido.</translation>
    </message>
    <message>
        <source>What arrived cannot be read.</source>
        <translation>O que chegou não pode ser lido.</translation>
    </message>
    <message>
        <source>Something arrived that Comanda cannot read. It is kept. Look on the phone.</source>
        <translation>Chegou algo que o Comanda não consegue ler. Fica guardado. Veja no celular.</translation>
    </message>
    <message>
        <source>Something arrived without a number of its own. It is kept. Look on the phone.</source>
        <translation>Chegou algo sem número próprio. Fica guardado. Veja no celular.</translation>
    </message>
    <message>
        <source>A message arrived that names no customer. It is kept. Look on the phone.</source>
        <translation>Chegou uma mensagem que não diz de qual cliente é. Fica guardada. Veja no celular.</translation>
    </message>
    <message>
        <source>A receipt arrived that does not say what happened. It is kept.</source>
        <translation>Chegou um aviso que não diz o que aconteceu. Fica guardado.</translation>
    </message>
    <message>
        <source>Something arrived that does not say which message it is about. It is kept.</source>
        <translation>Chegou algo que não diz de qual mensagem trata. Fica guardado.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read.</source>
        <translation>O arquivo {file} não pode ser lido.</translation>
    </message>
    <message>
        <source>The file {file} is too large to be one delivery.</source>
        <translation>O arquivo {file} é grande demais para ser uma só entrega.</translation>
    </message>
    <message>
        <source>The mailbox that receives its messages does not answer. Messages may be waiting there.</source>
        <translation>A caixa que recebe as mensagens dele não responde. As mensagens podem estar lá.</translation>
    </message>
    <message>
        <source>The mailbox is full. Collect its messages.</source>
        <translation>A caixa está cheia. Busque as mensagens dela.</translation>
    </message>
    <message>
        <source>The mailbox cannot seal messages: check the hub&apos;s public key.</source>
        <translation>A caixa não consegue fechar as mensagens: confira a chave pública da loja.</translation>
    </message>
    <message>
        <source>Without a certificate only this machine can be listened to. Name a certificate, or use 127.0.0.1.</source>
        <translation>Sem certificado só se escuta este computador. Indique um certificado ou use 127.0.0.1.</translation>
    </message>
    <message>
        <source>The mailbox needs the hub&apos;s public key.</source>
        <translation>A caixa precisa da chave pública da loja.</translation>
    </message>
    <message>
        <source>The mailbox needs a key for its hub.</source>
        <translation>A caixa precisa de uma chave para a loja dela.</translation>
    </message>
    <message>
        <source>The mailbox does not accept the key. Type the present one in Settings, Mailbox.</source>
        <translation>A caixa não aceita a chave. Digite a atual em Ajustes, Caixa.</translation>
    </message>
    <message>
        <source>The mailbox belongs to another machine. Only one machine may collect its messages.</source>
        <translation>A caixa pertence a outro computador. Só um computador pode buscar as mensagens dela.</translation>
    </message>
    <message>
        <source>The mailbox seals messages for another key. Give it the key shown in Settings, Mailbox; the messages stay there meanwhile.</source>
        <translation>A caixa fecha as mensagens com outra chave. Dê a ela a que aparece em Ajustes, Caixa; enquanto isso as mensagens ficam lá.</translation>
    </message>
    <message>
        <source>The mailbox answers something that cannot be read. Check its address in Settings.</source>
        <translation>A caixa responde algo que não pode ser lido. Confira o endereço dela em Ajustes.</translation>
    </message>
    <message>
        <source>The settings have no mailbox yet.</source>
        <translation>Os ajustes ainda não têm caixa.</translation>
    </message>
    <message>
        <source>The mailbox was asked for messages it never had.</source>
        <translation>Foram pedidas à caixa mensagens que ela nunca teve.</translation>
    </message>
    <message>
        <source>The mailbox does not understand the question.</source>
        <translation>A caixa não entende a pergunta.</translation>
    </message>
    <message>
        <source>The mailbox is not asked in this way.</source>
        <translation>Não se pergunta à caixa desta maneira.</translation>
    </message>
    <message>
        <source>The mailbox has nothing at this address.</source>
        <translation>A caixa não tem nada neste endereço.</translation>
    </message>
    <message>
        <source>That is too long for the mailbox.</source>
        <translation>Isso é longo demais para a caixa.</translation>
    </message>
    <message>
        <source>The mailbox opens only with its key.</source>
        <translation>A caixa só abre com a chave dela.</translation>
    </message>
    <message>
        <source>The mailbox&apos;s settings lack the number of the Meta app.</source>
        <translation>Falta o número do aplicativo da Meta nos ajustes da caixa.</translation>
    </message>
    <message>
        <source>The mailbox&apos;s settings lack the secret of the Meta app.</source>
        <translation>Falta o segredo do aplicativo da Meta nos ajustes da caixa.</translation>
    </message>
    <message>
        <source>The mailbox serves several Meta apps. Say for which path.</source>
        <translation>A caixa atende vários aplicativos da Meta. Diga para qual caminho.</translation>
    </message>
    <message>
        <source>The mailbox cannot reach Meta. Try again later.</source>
        <translation>A caixa não alcança a Meta. Tente mais tarde.</translation>
    </message>
    <message>
        <source>Meta answered the mailbox something that cannot be read. Try again later.</source>
        <translation>A Meta respondeu à caixa algo que não pode ser lido. Tente mais tarde.</translation>
    </message>
    <message>
        <source>Meta refused what the mailbox asked. Check the app&apos;s secret and the key.</source>
        <translation>A Meta recusou o que a caixa pediu. Confira o segredo do aplicativo e a chave.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Rascunho</translation>
    </message>
    <message>
        <source>To accept</source>
        <translation>A aceitar</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceito</translation>
    </message>
    <message>
        <source>Cooking</source>
        <translation>Preparando</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>A caminho</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Entregue</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Recusado</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Não entregue</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Descartado</translation>
    </message>
    <message>
        <source>To the queue</source>
        <translation>Para a fila</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceitar</translation>
    </message>
    <message>
        <source>To kitchen</source>
        <translation>Para a cozinha</translation>
    </message>
    <message>
        <source>It is ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Send out</source>
        <translation>Saiu</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Entregue</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Recusar</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Cancelar pedido</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>To collect</source>
        <translation>A cobrar</translation>
    </message>
    <message>
        <source>Says paid</source>
        <translation>Diz que pagou</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Devolvido</translation>
    </message>
    <message>
        <source>Customer not told yet</source>
        <translation>O cliente ainda não sabe</translation>
    </message>
    <message>
        <source>Customer told</source>
        <translation>Cliente avisado</translation>
    </message>
    <message>
        <source>Customer has it</source>
        <translation>O cliente recebeu</translation>
    </message>
    <message>
        <source>Customer could not be told</source>
        <translation>Não foi possível avisar o cliente</translation>
    </message>
    <message>
        <source>How? Ask</source>
        <translation>A definir</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>Pick-up</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Mesa</translation>
    </message>
    <message>
        <source>CHANGE ASKED</source>
        <translation>PEDE MUDANÇA</translation>
    </message>
    <message>
        <source>CANCEL ASKED</source>
        <translation>PEDE CANCELAR</translation>
    </message>
    <message>
        <source>ARRIVED LATE</source>
        <translation>CHEGOU TARDE</translation>
    </message>
    <message>
        <source>ALLERGY</source>
        <translation>ALERGIA</translation>
    </message>
    <message>
        <source>CHANNEL DOWN</source>
        <translation>CANAL FORA</translation>
    </message>
    <message>
        <source>SENT TWICE?</source>
        <translation>DUAS VEZES?</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>dinheiro</translation>
    </message>
    <message>
        <source>card</source>
        <translation>cartão</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>transferência</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>em espera</translation>
    </message>
    <message>
        <source>waiting: %1</source>
        <translation>espera: %1</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>enviando</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregue</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lido</translation>
    </message>
    <message>
        <source>not sent, tap to retry</source>
        <translation>não saiu, toque para repetir</translation>
    </message>
    <message>
        <source>may not have arrived</source>
        <translation>não é certo que chegou</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>Voice note</source>
        <translation>Mensagem de voz</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Áudio</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Figurinha</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animação</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Localização</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contato</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Story</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Cannot be shown here. Look on the phone</source>
        <translation>Não pode ser mostrado aqui. Veja no celular</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Comentários</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Own page</source>
        <translation>Página própria</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Balcão</translation>
    </message>
    <message>
        <source>The shop itself</source>
        <translation>A própria loja</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funciona</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>duvidoso</translation>
    </message>
    <message>
        <source>down</source>
        <translation>fora</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>não conectado</translation>
    </message>
    <message>
        <source>%1 works.</source>
        <translation>O %1 funciona.</translation>
    </message>
    <message>
        <source>%1 is not connected.</source>
        <translation>O %1 não está conectado.</translation>
    </message>
    <message>
        <source>%1 does not answer well.</source>
        <translation>O %1 não responde bem.</translation>
    </message>
    <message>
        <source>%1 is down.</source>
        <translation>O %1 caiu.</translation>
    </message>
    <message>
        <source>Its server cannot be found.</source>
        <translation>O servidor dele não foi encontrado.</translation>
    </message>
    <message>
        <source>Its server refuses the connection.</source>
        <translation>O servidor dele recusa a conexão.</translation>
    </message>
    <message>
        <source>Its server does not answer in time.</source>
        <translation>O servidor dele não responde a tempo.</translation>
    </message>
    <message>
        <source>The connection is not secure, so it was not used.</source>
        <translation>A conexão não é segura e não foi usada.</translation>
    </message>
    <message>
        <source>Its server has a fault.</source>
        <translation>O servidor dele está com falha.</translation>
    </message>
    <message>
        <source>It asks us to slow down.</source>
        <translation>Ele pede para ir mais devagar.</translation>
    </message>
    <message>
        <source>Its server answers nonsense.</source>
        <translation>O servidor dele responde coisas sem sentido.</translation>
    </message>
    <message>
        <source>It is connected but silent.</source>
        <translation>Está conectado, mas calado.</translation>
    </message>
    <message>
        <source>{platform} is down</source>
        <translation>{platform} fora</translation>
    </message>
    <message>
        <source>{platform} is not connected</source>
        <translation>{platform} não conectado</translation>
    </message>
    <message>
        <source>{platform} is not running yet</source>
        <translation>{platform} ainda não iniciou</translation>
    </message>
    <message>
        <source>Comanda was closed</source>
        <translation>o Comanda foi fechado</translation>
    </message>
    <message>
        <source>{platform} does not answer</source>
        <translation>{platform} não responde</translation>
    </message>
    <message>
        <source>{platform} needs a new key</source>
        <translation>{platform} pede uma chave nova</translation>
    </message>
    <message>
        <source>{platform} cannot be found</source>
        <translation>{platform} não encontrado</translation>
    </message>
    <message>
        <source>{platform} refuses the connection</source>
        <translation>{platform} recusa a conexão</translation>
    </message>
    <message>
        <source>{platform} is not secure now</source>
        <translation>{platform} não está seguro agora</translation>
    </message>
    <message>
        <source>{platform} has a fault</source>
        <translation>{platform} com falha</translation>
    </message>
    <message>
        <source>{platform} asks for a pause</source>
        <translation>{platform} pede uma pausa</translation>
    </message>
    <message>
        <source>the bot moved to another server</source>
        <translation>o bot foi para outro servidor</translation>
    </message>
    <message>
        <source>the bot lives on another server</source>
        <translation>o bot mora em outro servidor</translation>
    </message>
    <message>
        <source>another program uses the bot</source>
        <translation>outro programa usa o bot</translation>
    </message>
    <message>
        <source>{platform} needs a permission</source>
        <translation>{platform} pede uma permissão</translation>
    </message>
    <message>
        <source>{platform} does not answer clearly</source>
        <translation>{platform} não responde com clareza</translation>
    </message>
    <message>
        <source>{platform} limits this account</source>
        <translation>{platform} limita esta conta</translation>
    </message>
    <message>
        <source>somebody else is answering</source>
        <translation>outra pessoa está respondendo</translation>
    </message>
    <message>
        <source>{platform} does not know this number</source>
        <translation>{platform} não conhece este número</translation>
    </message>
    <message>
        <source>{platform} blocked this account</source>
        <translation>{platform} bloqueou esta conta</translation>
    </message>
    <message>
        <source>the number is not registered</source>
        <translation>o número não está registrado</translation>
    </message>
    <message>
        <source>{platform} wants to be paid</source>
        <translation>{platform} pede uma forma de pagamento</translation>
    </message>
    <message>
        <source>{platform} is changing something</source>
        <translation>{platform} está mudando algo</translation>
    </message>
    <message>
        <source>The file {file} of the certificate cannot be read. Check its name and who may read it.</source>
        <translation>Não foi possível ler o arquivo {file} do certificado. Confira o nome e quem pode lê-lo.</translation>
    </message>
    <message>
        <source>Not sent: its channel was removed. Add the channel again, then send again.</source>
        <translation>Não enviada: o canal foi removido. Adicione o canal de novo e envie outra vez.</translation>
    </message>
    <message>
        <source>The store&apos;s file {file} was removed or replaced while Comanda ran. Nothing more is written; the platforms keep the messages meanwhile. Put the file back, or close Comanda and restore a backup.</source>
        <translation>O arquivo de dados {file} foi apagado ou trocado enquanto o Comanda trabalhava. Nada mais é gravado; as plataformas guardam as mensagens enquanto isso. Devolva o arquivo ao lugar, ou feche o Comanda e restaure uma cópia.</translation>
    </message>
    <message>
        <source>The recovery code cannot be written to {file}; no keys were made. Make room or rights there and start again.</source>
        <translation>O código de recuperação não pode ser gravado em {file}; nenhuma chave foi criada. Libere espaço ou permissões ali e comece de novo.</translation>
    </message>
    <message>
        <source>The mailbox cannot keep new messages; the platforms hold them for now. Free some space on its machine.</source>
        <translation>A caixa não consegue guardar mensagens novas; por enquanto elas ficam nas plataformas. Libere espaço na máquina dela.</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(sem nome)</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>The picture is too large: WhatsApp takes up to 5 MB. Send a smaller one.</source>
        <translation>A foto é grande demais: o WhatsApp aceita até 5 MB. Envie uma menor.</translation>
    </message>
    <message>
        <source>The video or recording is too large: WhatsApp takes up to 16 MB. Send a shorter one.</source>
        <translation>O vídeo ou a gravação é grande demais: o WhatsApp aceita até 16 MB. Envie um mais curto.</translation>
    </message>
    <message>
        <source>This kind of file cannot be sent on WhatsApp. Send a picture as JPEG or PNG, or a PDF.</source>
        <translation>Este tipo de arquivo não pode ser enviado pelo WhatsApp. Envie a foto como JPEG ou PNG, ou um PDF.</translation>
    </message>
    <message>
        <source>the mailbox does not answer</source>
        <translation>a caixa não responde</translation>
    </message>
    <message>
        <source>the mailbox does not answer clearly</source>
        <translation>a caixa não responde com clareza</translation>
    </message>
    <message>
        <source>the mailbox needs a new key</source>
        <translation>a caixa pede uma chave nova</translation>
    </message>
    <message>
        <source>the mailbox is another machine&apos;s</source>
        <translation>a caixa é de outro computador</translation>
    </message>
    <message>
        <source>Page key</source>
        <translation>Chave da página</translation>
    </message>
    <message>
        <source>The page&apos;s own lasting key with the permissions pages_messaging, pages_manage_metadata and pages_read_engagement.</source>
        <translation>A chave permanente da própria página, com as permissões pages_messaging, pages_manage_metadata e pages_read_engagement.</translation>
    </message>
    <message>
        <source>Page id</source>
        <translation>Id da página</translation>
    </message>
    <message>
        <source>The number of the Facebook page: on the page under About, Page transparency.</source>
        <translation>O número da página do Facebook: na página, em Sobre, Transparência da Página.</translation>
    </message>
    <message>
        <source>The number of the professional account, in Meta&apos;s developer page beside its name. It begins with 1784.</source>
        <translation>O número da conta profissional, na página de desenvolvedores da Meta ao lado do nome. Começa com 1784.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Acesso</translation>
    </message>
    <message>
        <source>Meta does not know this customer on this account. Answer on the phone.</source>
        <translation>A Meta não conhece este cliente nesta conta. Responda pelo celular.</translation>
    </message>
    <message>
        <source>A message that was sent cannot be changed here. Write a new one.</source>
        <translation>Uma mensagem enviada não pode ser alterada aqui. Escreva uma nova.</translation>
    </message>
    <message>
        <source>A message that was sent cannot be taken back from here. Delete it on the phone.</source>
        <translation>Uma mensagem enviada não pode ser apagada daqui. Apague no celular.</translation>
    </message>
    <message>
        <source>Here the shop cannot react with a sign. Write a word instead.</source>
        <translation>Aqui a loja não pode reagir com um sinal. Escreva uma palavra.</translation>
    </message>
    <message>
        <source>This chat has no address to write to. Answer on the phone.</source>
        <translation>Esta conversa não tem endereço para escrever. Responda pelo celular.</translation>
    </message>
    <message>
        <source>Meta does not take this file. Send it as another kind of file.</source>
        <translation>A Meta não aceita este arquivo. Envie como outro tipo de arquivo.</translation>
    </message>
    <message>
        <source>The file is too large: up to 25 MB can be sent. Send a smaller one.</source>
        <translation>O arquivo é grande demais: podem ser enviados até 25 MB. Envie um menor.</translation>
    </message>
    <message>
        <source>Meta does not send us this account&apos;s messages, and switching it on again failed. The owner checks the access key&apos;s permissions.</source>
        <translation>A Meta não nos envia as mensagens desta conta e não foi possível reativar. O dono verifica as permissões da chave de acesso.</translation>
    </message>
    <message>
        <source>Whether Meta sends us this account&apos;s messages could not be checked. The access key may lack a permission.</source>
        <translation>Não foi possível verificar se a Meta nos envia as mensagens desta conta. Talvez falte uma permissão à chave de acesso.</translation>
    </message>
    <message>
        <source>The access key ends within two weeks. The owner makes a new one and types it in Settings.</source>
        <translation>A chave de acesso termina em menos de duas semanas. O dono cria uma nova e a digita em Ajustes.</translation>
    </message>
    <message>
        <source>The access key ends within a week. The owner makes a new one and types it in Settings.</source>
        <translation>A chave de acesso termina em menos de uma semana. O dono cria uma nova e a digita em Ajustes.</translation>
    </message>
    <message>
        <source>The access key ends within two days. The owner makes a new one now and types it in Settings.</source>
        <translation>A chave de acesso termina em menos de dois dias. O dono cria uma nova já e a digita em Ajustes.</translation>
    </message>
    <message>
        <source>The picture is too large: Instagram takes up to 8 MB. Send a smaller one.</source>
        <translation>A foto é grande demais: o Instagram aceita até 8 MB. Envie uma menor.</translation>
    </message>
    <message>
        <source>This kind of file cannot be sent on Instagram. Send a picture, a video, a recording or a PDF.</source>
        <translation>Este tipo de arquivo não pode ser enviado pelo Instagram. Envie uma foto, um vídeo, uma gravação ou um PDF.</translation>
    </message>
    <message>
        <source>With this login only pictures can be sent on Instagram. Send a picture, or write it.</source>
        <translation>Com este acesso só é possível enviar fotos pelo Instagram. Envie uma foto ou escreva.</translation>
    </message>
    <message>
        <source>Instagram does not let programs read this account&apos;s messages. The owner turns on access to messages in the Instagram app.</source>
        <translation>O Instagram não deixa programas lerem as mensagens desta conta. O dono ativa o acesso às mensagens no aplicativo do Instagram.</translation>
    </message>
    <message>
        <source>The signal-cli program does not run or cannot be reached. Whoever installed it starts it again.</source>
        <translation>O programa signal-cli não está rodando ou não é alcançado. Quem o instalou o inicia de novo.</translation>
    </message>
    <message>
        <source>The signal-cli program runs and does not answer. Comanda calls it again; if it stays so, restart it.</source>
        <translation>O programa signal-cli roda e não responde. O Comanda o chama de novo; se continuar assim, reinicie-o.</translation>
    </message>
    <message>
        <source>At this address something answers that is not signal-cli. Check the address in Settings.</source>
        <translation>Neste endereço responde algo que não é o signal-cli. Confira o endereço em Ajustes.</translation>
    </message>
    <message>
        <source>The signal-cli program expects to be called by another name. Type the address with which it was started.</source>
        <translation>O programa signal-cli espera ser chamado por outro nome. Digite o endereço com que foi iniciado.</translation>
    </message>
    <message>
        <source>The address of signal-cli cannot be used. It looks like localhost:7583.</source>
        <translation>O endereço do signal-cli não pode ser usado. É como localhost:7583.</translation>
    </message>
    <message>
        <source>Comanda may not use the socket of signal-cli. Both have to run as the same user of this machine.</source>
        <translation>O Comanda não pode usar o socket do signal-cli. Os dois precisam rodar com o mesmo usuário desta máquina.</translation>
    </message>
    <message>
        <source>The program signal-cli cannot be started. Check that it is installed and where.</source>
        <translation>O programa signal-cli não pode ser iniciado. Confira se está instalado e onde.</translation>
    </message>
    <message>
        <source>Another signal-cli already works with this number. Stop it, or connect Comanda to it.</source>
        <translation>Outro signal-cli já trabalha com este número. Pare-o, ou conecte o Comanda a ele.</translation>
    </message>
    <message>
        <source>This signal-cli is old. Update it, or messages may be confused with each other.</source>
        <translation>Este signal-cli é antigo. Atualize-o, ou as mensagens podem se confundir entre si.</translation>
    </message>
    <message>
        <source>This signal-cli is too old for Signal. Whoever installed it updates it.</source>
        <translation>Este signal-cli é antigo demais para o Signal. Quem o instalou o atualiza.</translation>
    </message>
    <message>
        <source>Signal does not know this device any more. Link it again with the shop&apos;s phone.</source>
        <translation>O Signal não conhece mais este aparelho. Vincule-o de novo com o telefone da loja.</translation>
    </message>
    <message>
        <source>The signal-cli program does not have this number. Check the number, or link it again.</source>
        <translation>O programa signal-cli não tem este número. Confira o número, ou vincule-o de novo.</translation>
    </message>
    <message>
        <source>The signal-cli program did not answer. It may have arrived: look on the phone before sending again.</source>
        <translation>O programa signal-cli não respondeu. Pode ter chegado: olhe no telefone antes de enviar de novo.</translation>
    </message>
    <message>
        <source>The signal-cli program did not answer clearly. Look on the phone before sending again.</source>
        <translation>O programa signal-cli não respondeu com clareza. Olhe no telefone antes de enviar de novo.</translation>
    </message>
    <message>
        <source>Signal could not be reached for certain. It may have arrived: look on the phone before sending again.</source>
        <translation>Não é certo que o Signal foi alcançado. Pode ter chegado: olhe no telefone antes de enviar de novo.</translation>
    </message>
    <message>
        <source>Many answers leave at once. Comanda tries again by itself.</source>
        <translation>Muitas respostas saem ao mesmo tempo. O Comanda tenta de novo sozinho.</translation>
    </message>
    <message>
        <source>Signal asks us to slow down. Comanda waits as long as it says.</source>
        <translation>O Signal pede que vamos mais devagar. O Comanda espera o tempo que ele disser.</translation>
    </message>
    <message>
        <source>Signal wants proof that a person writes. Whoever installed signal-cli solves the riddle on signalcaptchas.org/challenge/generate.html.</source>
        <translation>O Signal quer uma prova de que uma pessoa escreve. Quem instalou o signal-cli resolve o desafio em signalcaptchas.org/challenge/generate.html.</translation>
    </message>
    <message>
        <source>Signal did not take the solved riddle. Solve a new one on signalcaptchas.org/challenge/generate.html.</source>
        <translation>O Signal não aceitou o desafio resolvido. Resolva um novo em signalcaptchas.org/challenge/generate.html.</translation>
    </message>
    <message>
        <source>This customer&apos;s safety number has changed: a new phone, or somebody else. Call them, then trust it in signal-cli.</source>
        <translation>O número de segurança deste cliente mudou: um telefone novo, ou outra pessoa. Ligue para ele e depois confie nele no signal-cli.</translation>
    </message>
    <message>
        <source>This customer does not have Signal any more. Call instead.</source>
        <translation>Este cliente não tem mais Signal. Melhor ligar.</translation>
    </message>
    <message>
        <source>Signal could not lock the message for this customer. Ask them to write again, or call.</source>
        <translation>O Signal não conseguiu cifrar a mensagem para este cliente. Peça que escreva de novo, ou ligue.</translation>
    </message>
    <message>
        <source>The signal-cli program refused it. Try other words, or answer another way.</source>
        <translation>O programa signal-cli recusou. Tente outras palavras, ou responda de outra forma.</translation>
    </message>
    <message>
        <source>This conversation has no address that Signal knows.</source>
        <translation>Esta conversa não tem um endereço que o Signal conheça.</translation>
    </message>
    <message>
        <source>The text is too long to replace a message. Shorten it.</source>
        <translation>O texto é longo demais para substituir uma mensagem. Encurte-o.</translation>
    </message>
    <message>
        <source>This message cannot be changed in Signal: it is not ours.</source>
        <translation>Esta mensagem não pode ser mudada no Signal: não é nossa.</translation>
    </message>
    <message>
        <source>This message cannot be taken back in Signal: it is not ours.</source>
        <translation>Esta mensagem não pode ser retirada no Signal: não é nossa.</translation>
    </message>
    <message>
        <source>This message cannot be reacted to in Signal.</source>
        <translation>Não é possível reagir a esta mensagem no Signal.</translation>
    </message>
    <message>
        <source>The file was not taken: its name is not one of signal-cli&apos;s.</source>
        <translation>O arquivo não foi aceito: seu nome não é dos do signal-cli.</translation>
    </message>
    <message>
        <source>The file is large and lies on the machine of signal-cli. Name its folder of attachments in Settings.</source>
        <translation>O arquivo é grande e está na máquina do signal-cli. Indique a pasta de anexos dele em Ajustes.</translation>
    </message>
    <message>
        <source>signal-cli does not run</source>
        <translation>o signal-cli não está rodando</translation>
    </message>
    <message>
        <source>{platform} cannot be reached</source>
        <translation>{platform} não é alcançado</translation>
    </message>
    <message>
        <source>many answers leave at once</source>
        <translation>muitas respostas saem ao mesmo tempo</translation>
    </message>
    <message>
        <source>{platform} must be linked again</source>
        <translation>é preciso vincular {platform} de novo</translation>
    </message>
    <message>
        <source>signal-cli must be updated</source>
        <translation>é preciso atualizar o signal-cli</translation>
    </message>
    <message>
        <source>Way to signal-cli</source>
        <translation>Via para o signal-cli</translation>
    </message>
    <message>
        <source>Address or path</source>
        <translation>Endereço ou caminho</translation>
    </message>
    <message>
        <source>The path of the socket, machine:port, the web address, or the path of the program. Empty: where signal-cli is by itself.</source>
        <translation>O caminho do socket, máquina:porta, o endereço web ou o caminho do programa. Vazio: onde o signal-cli fica por si.</translation>
    </message>
    <message>
        <source>Signal number</source>
        <translation>Número do Signal</translation>
    </message>
    <message>
        <source>Folder of attachments</source>
        <translation>Pasta de anexos</translation>
    </message>
    <message>
        <source>Where signal-cli keeps the pictures of customers, if it is not its usual folder.</source>
        <translation>Onde o signal-cli guarda as fotos dos clientes, se não for a pasta habitual.</translation>
    </message>
    <message>
        <source>The page&apos;s own lasting key with the permissions pages_read_engagement, pages_read_user_content, pages_manage_engagement, pages_manage_metadata and pages_messaging.</source>
        <translation>A chave duradoura da própria página, com as permissões pages_read_engagement, pages_read_user_content, pages_manage_engagement, pages_manage_metadata e pages_messaging.</translation>
    </message>
    <message>
        <source>A private answer needs the comment that it answers. Choose the comment first.</source>
        <translation>Uma resposta privada precisa do comentário que ela responde. Escolha primeiro o comentário.</translation>
    </message>
    <message>
        <source>Under a post the shop can only like. Take a like back on Facebook itself.</source>
        <translation>Em uma publicação a loja só pode curtir. Para descurtir, use o próprio Facebook.</translation>
    </message>
    <message>
        <source>A private answer can be 1999 signs long. Make it shorter.</source>
        <translation>Uma resposta privada pode ter 1999 caracteres. Escreva mais curto.</translation>
    </message>
    <message>
        <source>A comment can be 8000 signs long. Make it shorter.</source>
        <translation>Um comentário pode ter 8000 caracteres. Escreva mais curto.</translation>
    </message>
    <message>
        <source>A comment can be answered privately for seven days. Answer in public, or call.</source>
        <translation>Um comentário pode ser respondido em particular por sete dias. Responda em público ou ligue.</translation>
    </message>
    <message>
        <source>This comment has had its private answer; there can be only one. Answer in public.</source>
        <translation>Este comentário já teve sua resposta privada; só pode haver uma. Responda em público.</translation>
    </message>
    <message>
        <source>The same words are there already. Change them and send them again.</source>
        <translation>As mesmas palavras já estão lá. Mude e envie de novo.</translation>
    </message>
    <message>
        <source>Facebook cannot open the link in it. Take the link out and send it again.</source>
        <translation>O Facebook não consegue abrir o link que está nela. Tire o link e envie de novo.</translation>
    </message>
    <message>
        <source>Facebook does not tell us of new comments, and switching it on again failed. Comanda looks for them every few minutes; the owner checks the access key&apos;s permissions.</source>
        <translation>O Facebook não nos avisa de comentários novos, e não deu para ativar de novo. O Comanda procura por eles a cada poucos minutos; o dono confere as permissões da chave de acesso.</translation>
    </message>
    <message>
        <source>Whether Facebook tells us of new comments could not be checked. The access key may lack a permission.</source>
        <translation>Não deu para conferir se o Facebook nos avisa de comentários novos. Pode faltar uma permissão à chave de acesso.</translation>
    </message>
    <message>
        <source>The page&apos;s posts and comments could not be read. The access key may lack a permission.</source>
        <translation>Não deu para ler as publicações e os comentários da página. Pode faltar uma permissão à chave de acesso.</translation>
    </message>
    <message>
        <source>The shop&apos;s own account does not let us answer here. Its owner can allow it in the account&apos;s settings, or answer on the phone.</source>
        <translation>A conta da própria loja não nos deixa responder aqui. O dono pode permitir nas configurações da conta, ou responder pelo telefone.</translation>
    </message>
    <message>
        <source>The shop&apos;s Telegram account does not let the bot answer. Its owner allows it on the phone: Telegram, Settings, Chat automation, this bot. Until then answer on the phone.</source>
        <translation>A conta de Telegram da loja não deixa o bot responder. O dono permite no telefone: Telegram, Configurações, Automação de chats, este bot. Até lá, responda pelo telefone.</translation>
    </message>
    <message>
        <source>The shop&apos;s Telegram account does not let the bot delete. Delete it on the phone, or its owner allows it there: Telegram, Settings, Chat automation, this bot.</source>
        <translation>A conta de Telegram da loja não deixa o bot apagar. Apague pelo telefone, ou o dono permite lá: Telegram, Configurações, Automação de chats, este bot.</translation>
    </message>
    <message>
        <source>WhatsApp does not bring messages of this kind to this customer. Wait for the customer to write, or call.</source>
        <translation>O WhatsApp não leva mensagens desse tipo a este cliente. Espere que ele escreva, ou ligue.</translation>
    </message>
    <message>
        <source>This is the shop&apos;s own number. Check whom the message is for.</source>
        <translation>Este é o número da própria loja. Confira para quem é a mensagem.</translation>
    </message>
    <message>
        <source>Type the account id too: without it Comanda cannot see, nor switch on, that Meta sends us this number&apos;s messages.</source>
        <translation>Digite também o número da conta: sem ele o Comanda não pode ver nem ativar que a Meta nos envie as mensagens deste número.</translation>
    </message>
    <message>
        <source>Through the page: the page&apos;s key with the permission instagram_manage_messages. With its own login: the account&apos;s key, which Comanda keeps renewed.</source>
        <translation>Pela página: a chave da página com a permissão instagram_manage_messages. Com login próprio: a chave da conta, que o Comanda mantém renovada.</translation>
    </message>
    <message>
        <source>Only through the page: the number of the page that the Instagram account is linked to.</source>
        <translation>Só pela página: o número da página à qual a conta do Instagram está vinculada.</translation>
    </message>
    <message>
        <source>Through the page if the account is linked to one whose key you have; with its own login if its key was made by logging in to Instagram.</source>
        <translation>Pela página se a conta está vinculada a uma cuja chave você tem; com login próprio se a chave foi feita entrando no Instagram.</translation>
    </message>
    <message>
        <source>Answers by hand for seven days</source>
        <translation>Respostas à mão por sete dias</translation>
    </message>
    <message>
        <source>Only if Meta has granted your app the feature &quot;Human Agent&quot;. Without it Meta refuses answers after a day.</source>
        <translation>Só se a Meta deu ao seu aplicativo o recurso &quot;Human Agent&quot;. Sem ele, a Meta recusa respostas depois de um dia.</translation>
    </message>
    <message>
        <source>App id</source>
        <translation>Número do aplicativo</translation>
    </message>
    <message>
        <source>App settings, Basic: the number above the secret. With it Meta tells when the access key ends.</source>
        <translation>Configurações do aplicativo, Básico: o número acima do segredo. Com ele a Meta diz quando a chave de acesso vence.</translation>
    </message>
    <message>
        <source>How the signal-cli that runs already was started, best with --receive-mode=on-connection; or Comanda starts one itself.</source>
        <translation>Como foi iniciado o signal-cli que já funciona, de preferência com --receive-mode=on-connection; ou o Comanda inicia um.</translation>
    </message>
    <message>
        <source>The number that signal-cli is linked to, with + and the country. Linking with the phone fills it in.</source>
        <translation>O número ao qual o signal-cli está vinculado, com + e o país. Ao vincular com o telefone ele se preenche.</translation>
    </message>
    <message>
        <source>Through the Facebook page</source>
        <translation>Pela página do Facebook</translation>
    </message>
    <message>
        <source>With its own login</source>
        <translation>Com login próprio</translation>
    </message>
    <message>
        <source>Runs: socket (--socket)</source>
        <translation>Já funciona: socket (--socket)</translation>
    </message>
    <message>
        <source>Runs: network (--tcp)</source>
        <translation>Já funciona: rede (--tcp)</translation>
    </message>
    <message>
        <source>Runs: web (--http)</source>
        <translation>Já funciona: web (--http)</translation>
    </message>
    <message>
        <source>Comanda starts it</source>
        <translation>O Comanda o inicia</translation>
    </message>
    <message>
        <source>The access key has ended: nothing can be sent. The owner makes a new one and types it in Settings.</source>
        <translation>A chave de acesso venceu: nada pode ser enviado. O dono cria uma nova e a digita em Ajustes.</translation>
    </message>
    <message>
        <source>A private answer on Instagram can have a thousand plain letters, and fewer with accents. Make it shorter.</source>
        <translation>Uma resposta privada no Instagram pode ter mil letras simples, e menos com acentos. Escreva mais curto.</translation>
    </message>
    <message>
        <source>Instagram asks the owner to sign in again, or it is no longer joined to the Facebook page. The owner checks both there and makes a new key.</source>
        <translation>O Instagram pede que o dono entre de novo, ou já não está ligado à página do Facebook. O dono confere as duas coisas lá e faz uma chave nova.</translation>
    </message>
    <message>
        <source>A file cannot be put under a post from here. Write it.</source>
        <translation>Daqui não é possível pôr um arquivo embaixo de uma publicação. Escreva.</translation>
    </message>
    <message>
        <source>That comment is no longer there, or it is not shown to us.</source>
        <translation>Esse comentário já não está lá, ou não nos é mostrado.</translation>
    </message>
    <message>
        <source>This comment cannot be answered privately. Answer in public.</source>
        <translation>Este comentário não pode ser respondido em particular. Responda em público.</translation>
    </message>
    <message>
        <source>same account</source>
        <translation>mesma conta</translation>
    </message>
    <message>
        <source>same number: %1</source>
        <translation>mesmo número: %1</translation>
    </message>
    <message>
        <source>an order was left with this number: %1</source>
        <translation>deixou este número em um pedido: %1</translation>
    </message>
    <message>
        <source>sent this contact card: %1</source>
        <translation>enviou este contato: %1</translation>
    </message>
    <message>
        <source>same name and address: %1</source>
        <translation>mesmo nome e endereço: %1</translation>
    </message>
    <message>
        <source>comments under the same name: %1</source>
        <translation>comenta com o mesmo nome: %1</translation>
    </message>
    <message>
        <source>That customer is not there any more.</source>
        <translation>Esse cliente não está mais aqui.</translation>
    </message>
    <message>
        <source>Both are already the same person.</source>
        <translation>Já são a mesma pessoa.</translation>
    </message>
    <message>
        <source>This one already stands alone.</source>
        <translation>Este já está separado.</translation>
    </message>
    <message>
        <source>Somebody else changed this customer. What you wrote is still here: compare and save again.</source>
        <translation>Outra pessoa mudou este cliente. O que você escreveu continua aqui: compare e salve de novo.</translation>
    </message>
    <message>
        <source>The phone did not scan the code in time. Let a new code be shown, and scan it within two minutes.</source>
        <translation>O telefone não leu o código a tempo. Mostre outro e leia em até dois minutos.</translation>
    </message>
    <message>
        <source>The signal-cli program has this number already. Type it beside, and press Test.</source>
        <translation>O programa signal-cli já tem este número. Digite-o ao lado e toque em Testar.</translation>
    </message>
    <message>
        <source>The phone has as many linked devices as Signal allows. Remove one on the phone, then try again.</source>
        <translation>O telefone já tem tantos dispositivos vinculados quanto o Signal permite. Remova um no telefone e tente de novo.</translation>
    </message>
    <message>
        <source>The signal-cli program could not link the phone. Try with a new code; if it stays so, ask whoever installed it.</source>
        <translation>O programa signal-cli não conseguiu vincular o telefone. Tente com outro código; se continuar, pergunte a quem o instalou.</translation>
    </message>
    <message>
        <source>The signal-cli program gave no code in time. It may not reach Signal: check this machine&apos;s internet.</source>
        <translation>O programa signal-cli não deu um código a tempo. Talvez não alcance o Signal: verifique a internet deste computador.</translation>
    </message>
    <message>
        <source>The signal-cli program does not reach Signal. Check its machine&apos;s internet, then try again.</source>
        <translation>O programa signal-cli não alcança o Signal. Verifique a internet do computador dele e tente de novo.</translation>
    </message>
    <message>
        <source>Signal was asked too often and refuses for a while. Every new try makes it longer.</source>
        <translation>O Signal foi consultado vezes demais e recusa por um tempo. Cada nova tentativa prolonga a espera.</translation>
    </message>
    <message>
        <source>Before it links, Signal wants a riddle solved, so that no machine does it.</source>
        <translation>Antes de vincular, o Signal pede que se resolva um enigma, para que não seja uma máquina.</translation>
    </message>
    <message>
        <source>This signal-cli serves one number only and links no other. Whoever installed it starts it without -a, or links it there.</source>
        <translation>Este signal-cli atende um só número e não vincula outro. Quem o instalou o inicia sem -a, ou vincula lá.</translation>
    </message>
    <message>
        <source>The place “{hole}” is still empty. Fill it in.</source>
        <translation>O espaço “{hole}” está vazio. Preencha-o.</translation>
    </message>
    <message>
        <source>A filled-in place must be one line, without many blanks in a row.</source>
        <translation>O que se preenche deve ser uma só linha, sem muitos espaços seguidos.</translation>
    </message>
    <message>
        <source>The end of the link is missing, or has a blank in it.</source>
        <translation>Falta o final do link, ou há um espaço em branco nele.</translation>
    </message>
    <message>
        <source>This text begins with a file. Choose one first.</source>
        <translation>Este texto começa com um arquivo. Escolha um primeiro.</translation>
    </message>
    <message>
        <source>This text begins with another kind of file. Choose a picture, video or document as it says.</source>
        <translation>Este texto começa com outro tipo de arquivo. Escolha uma foto, um vídeo ou um documento, como diz.</translation>
    </message>
    <message>
        <source>With what was filled in the text is too long. Make it shorter.</source>
        <translation>Com o que foi preenchido, o texto ficou longo demais. Encurte-o.</translation>
    </message>
    <message>
        <source>This text has parts that Comanda cannot fill in. Send it from Meta&apos;s own page, or choose another.</source>
        <translation>Este texto tem partes que o Comanda não consegue preencher. Envie-o pela página da Meta ou escolha outro.</translation>
    </message>
    <message>
        <source>WhatsApp does not take what was filled in. The text may have changed: choose it again.</source>
        <translation>O WhatsApp não aceita o que foi preenchido. O texto pode ter mudado: escolha-o de novo.</translation>
    </message>
    <message>
        <source>WhatsApp no longer has this text in this language. Choose another.</source>
        <translation>O WhatsApp não tem mais este texto neste idioma. Escolha outro.</translation>
    </message>
    <message>
        <source>What was filled in is against WhatsApp&apos;s rules. Change it and send it again.</source>
        <translation>O que foi preenchido vai contra as regras do WhatsApp. Mude e envie de novo.</translation>
    </message>
    <message>
        <source>WhatsApp has paused this text because customers did not like it. Choose another, or call.</source>
        <translation>O WhatsApp suspendeu este texto porque os clientes não gostaram. Escolha outro ou ligue.</translation>
    </message>
    <message>
        <source>WhatsApp has switched this text off for good. Choose another, or call.</source>
        <translation>O WhatsApp desativou este texto para sempre. Escolha outro ou ligue.</translation>
    </message>
    <message>
        <source>WhatsApp lets no more of these texts go out for now. Call, or try tomorrow.</source>
        <translation>O WhatsApp não deixa sair mais textos destes por enquanto. Ligue, ou tente amanhã.</translation>
    </message>
    <message>
        <source>WhatsApp does not send this text. Choose another, or call.</source>
        <translation>O WhatsApp não envia este texto. Escolha outro ou ligue.</translation>
    </message>
    <message>
        <source>This comment has its private answer; there can be only one. Answer in public.</source>
        <translation>Este comentário já tem sua resposta particular; só pode haver uma. Responda em público.</translation>
    </message>
    <message>
        <source>A comment can be answered privately for seven days. That time is over: answer in public, or call.</source>
        <translation>Um comentário pode ser respondido em particular por sete dias. Esse tempo acabou: responda em público ou ligue.</translation>
    </message>
    <message>
        <source>WhatsApp has limited what this account may send. The owner looks in WhatsApp&apos;s account settings.</source>
        <translation>O WhatsApp limitou o que esta conta pode enviar. O dono verifica nos ajustes da conta do WhatsApp.</translation>
    </message>
    <message>
        <source>WhatsApp says that this account broke its rules. The owner looks in WhatsApp&apos;s account settings.</source>
        <translation>O WhatsApp diz que esta conta quebrou suas regras. O dono verifica nos ajustes da conta do WhatsApp.</translation>
    </message>
    <message>
        <source>WhatsApp is going to switch this account off. The owner objects in WhatsApp&apos;s account settings.</source>
        <translation>O WhatsApp vai desativar esta conta. O dono reclama nos ajustes da conta do WhatsApp.</translation>
    </message>
    <message>
        <source>WhatsApp has a warning about this account. The owner reads it in WhatsApp&apos;s account settings.</source>
        <translation>O WhatsApp tem um aviso sobre esta conta. O dono o lê nos ajustes da conta do WhatsApp.</translation>
    </message>
    <message>
        <source>WhatsApp lets this number write to fewer people first than before. Answers are not affected.</source>
        <translation>O WhatsApp deixa este número escrever primeiro a menos pessoas que antes. As respostas seguem iguais.</translation>
    </message>
    <message>
        <source>The number has left Comanda: the phone&apos;s app was not opened for long, or the number changed. The owner connects it again.</source>
        <translation>O número saiu do Comanda: o aplicativo do telefone ficou muito tempo sem abrir, ou o número mudou. O dono o conecta de novo.</translation>
    </message>
    <message>
        <source>The older chats were brought once already, to another program.</source>
        <translation>As conversas antigas já foram trazidas uma vez, para outro programa.</translation>
    </message>
    <message>
        <source>The older chats can be brought only within a day of connecting the number. That day is over.</source>
        <translation>As conversas antigas só podem ser trazidas durante um dia depois de conectar o número. Esse dia passou.</translation>
    </message>
    <message>
        <source>The owner chose in the phone&apos;s app not to share older chats.</source>
        <translation>O dono escolheu no aplicativo do telefone não compartilhar as conversas antigas.</translation>
    </message>
    <message>
        <source>There is no public address. Set up a mailbox above, or a public address of this machine in its settings file.</source>
        <translation>Não há endereço público. Configure uma caixa acima, ou um endereço público deste computador no arquivo de ajustes.</translation>
    </message>
    <message>
        <source>This shop uses no mailbox.</source>
        <translation>Esta loja não usa caixa.</translation>
    </message>
    <message>
        <source>Another machine of the shop receives the messages. Make the test there.</source>
        <translation>Outro computador da loja recebe as mensagens. Faça o teste lá.</translation>
    </message>
    <message>
        <source>Nobody has the app secret, so the platform&apos;s messages would be refused. Type it at the channel, or in the mailbox&apos;s settings.</source>
        <translation>Ninguém tem o segredo do aplicativo, então as mensagens da plataforma seriam recusadas. Digite-o no canal ou nos ajustes da caixa.</translation>
    </message>
    <message>
        <source>The public address does not exist on the internet. Whoever runs it checks its name.</source>
        <translation>O endereço público não existe na internet. Quem cuida dele verifica o nome.</translation>
    </message>
    <message>
        <source>The public address has no valid certificate, and the platform asks for one. Whoever runs it renews it.</source>
        <translation>O endereço público não tem um certificado válido, e a plataforma exige um. Quem cuida dele o renova.</translation>
    </message>
    <message>
        <source>The public address does not answer in time. Whoever runs it looks whether the machine is on.</source>
        <translation>O endereço público não responde a tempo. Quem cuida dele vê se a máquina está ligada.</translation>
    </message>
    <message>
        <source>Nobody listens at the public address. Whoever runs it starts the mailbox or the tunnel.</source>
        <translation>Ninguém atende no endereço público. Quem cuida dele inicia a caixa ou o túnel.</translation>
    </message>
    <message>
        <source>Something else answers at the public address, perhaps a tunnel without its program. Whoever runs it looks there.</source>
        <translation>No endereço público responde outra coisa, talvez um túnel sem seu programa. Quem cuida dele verifica lá.</translation>
    </message>
    <message>
        <source>The public address has another app secret and refuses what is signed with ours. Type the same one in both places.</source>
        <translation>O endereço público tem outro segredo do aplicativo e recusa o que é assinado com o nosso. Digite o mesmo nos dois lugares.</translation>
    </message>
    <message>
        <source>The public address does not know this channel&apos;s path. Put the path into the mailbox&apos;s settings.</source>
        <translation>O endereço público não conhece o caminho deste canal. Ponha o caminho nos ajustes da caixa.</translation>
    </message>
    <message>
        <source>The mailbox takes nothing at the moment: its disk may be full. Whoever runs it looks there.</source>
        <translation>A caixa não recebe nada no momento: talvez o disco esteja cheio. Quem cuida dela verifica lá.</translation>
    </message>
    <message>
        <source>It came here and could not be stored. Look at the channel&apos;s light and at this machine&apos;s disk.</source>
        <translation>Chegou aqui e não pôde ser guardada. Veja a luz do canal e o disco deste computador.</translation>
    </message>
    <message>
        <source>It was taken at the public address and did not come here in time. Look at the channel&apos;s light, then try again.</source>
        <translation>O endereço público a recebeu e ela não chegou aqui a tempo. Veja a luz do canal e tente de novo.</translation>
    </message>
    <message>
        <source>Older chats are coming: %1 % are here.</source>
        <translation>As conversas antigas estão chegando: já veio %1 %.</translation>
    </message>
    <message>
        <source>Older chats were asked for.</source>
        <translation>As conversas antigas foram pedidas.</translation>
    </message>
    <message>
        <source>The older chats are here.</source>
        <translation>As conversas antigas já estão aqui.</translation>
    </message>
    <message>
        <source>On the same page: &quot;WhatsApp Business Account ID&quot;. Without it there are no approved texts to answer with after a day.</source>
        <translation>Na mesma página: &quot;WhatsApp Business Account ID&quot;. Sem ele não há textos aprovados para responder depois de um dia.</translation>
    </message>
</context>
</TS>
